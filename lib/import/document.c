/* document.c - may this be read at all? */
#include "import/import.h"

const char *na_document_refusal(const char *text, size_t n, size_t longest)
{
    size_t length;
    if (!text || !n)
        return "the text is empty: give the article's text";
    if (n > longest)
        return "the text is longer than the limit: raise newsarc_options.longest or cut it into articles";
    for (size_t at = 0; at < n; at += length)
        if (na_is_letter(na_code_point(text, n, at, &length)))
            return NULL;
    return "the text holds no letter: is it text at all?";
}
