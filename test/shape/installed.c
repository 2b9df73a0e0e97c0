/* installed.c - a stranger's program: what the header declares is found and works. */
#include <newsarc.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    newsarc_document document = NEWSARC_DOCUMENT_INIT;
    const newsarc_reading *reading;
    newsarc *arc;
    char *json;
    document.text = "The ferry sails again in May.";
    document.length = strlen(document.text);
    if (strcmp(newsarc_version(), NEWSARC_VERSION) || newsarc_read(&reading, &document, NULL) < 0)
        return 1;
    if (newsarc_reading_json(reading, &json, NULL) < 0)
        return 1;
    puts(json);
    newsarc_free(json);
    newsarc_reading_close(reading);
    if (newsarc_open(&arc, ":memory:", NULL) < 0 || newsarc_ingest(arc, &document, NULL) < 0)
        fprintf(stderr, "%s\n", newsarc_error(arc));
    newsarc_close(arc);
    return 0;
}
