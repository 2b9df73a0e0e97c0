/* Prints every article of an archive as a reading. */
#include "common.h"

static const char usage[] =
    "usage: dump [--source OUTLET] [--since DAY] [--until DAY] [--limit N] ARCHIVE\n"
    "Prints what each article says, a line of JSON an article (docs/reading.md).\n";

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_readings *readings;
    const newsarc_reading *reading;
    newsarc *arc;
    int result = 0;

    arguments(argc, argv, usage, 1, 1, " source since until limit ", &filter);
    arc = asked(argv[1]);
    newsarc_readings_open(&readings, arc, &filter);
    while (result >= 0 && (reading = newsarc_readings_next(readings))) {
        char *json;
        if ((result = newsarc_reading_json(reading, &json, NULL)) >= 0)
            puts(json);
        newsarc_free(json);
    }
    if (result < 0)
        newsarc_readings_close(readings);
    else
        result = newsarc_readings_close(readings);
    return finish(arc, result);
}
