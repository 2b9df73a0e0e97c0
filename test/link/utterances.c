/* Which quotations are wordings of one speech. */
#include "link/link.h"
#include "test.h"

static na_arena arena, scratch;

/* Speakers by letter, - nobody named; days from each other; whether the articles tell one story. */
static const struct { const char *a, *b, *speakers; int days, one_story, same; const char *why; } row[] = {
    { "the valve hissed like a kettle", "I ran because the valve hissed like a kettle", "AA", 1, 1, 1, "a fragment, in one story" },
    { "quite surprising", "a surprising number of gulls nested in the crane", "AA", 0, 1, 0, "one word in common" },
    { "We will go on", "We will go on", "AB", 0, 0, 0, "a few common words, two speakers" },
    { "I was never asked to do that at this time, and the lighthouse keeper was not either",
      "well, to be fair to the council, I was never asked to do that at this time", "AA", 4, 0, 1, "the same speaker within a week, in another story" },
    { "I was never asked to do that at this time, and the lighthouse keeper was not either",
      "well, to be fair to the council, I was never asked to do that at this time", "AA", 200, 0, 0, "and half a year later" },
    { "the bridge is rusty and the toll is a theft", "the bridge is rusty and the toll is a theft", "AA", 900, 0, 1, "told again years later" },
    { "The rust, the toll, the broken lamps, the pigeons, the endless sandbags", "the rust, the toll, the broken lamps, the pigeons, the endless sandbags",
      "AB", 60, 0, 1, "a whole sentence is one speech, though who read it out was taken for its speaker" },
    { "He was the toughest ferryman of all and he founded it",
      "No ferryman shouts. Nobody minds it. I gave him a medal. And I told the toughest crew on the river, and the crew of the dredger, and all of the crews, so he "
      "and I gave his brother a lantern. Nobody founded it", "AA", 0, 1, 0, "words that stand scattered in a long speech" },
};

static void compare_rows(void *state)
{
    na_aligner *aligner = na_make_aligner(&arena);
    (void)state;
    for (size_t i = 0; i < COUNT(row); i++) {
        na_said a = { .kind = NA_DIRECT }, b = { .kind = NA_DIRECT };
        na_listen(&arena, &scratch, row[i].a, strlen(row[i].a), &a);
        na_listen(&arena, &scratch, row[i].b, strlen(row[i].b), &b);
        a.speaker = row[i].speakers[0] == '-' ? 0 : row[i].speakers[0];
        b.speaker = row[i].speakers[1] == '-' ? 0 : row[i].speakers[1];
        b.day = row[i].days;
        b.story = row[i].one_story ? 0 : NA_NONE;
        ck_assert_msg(na_same_speech(aligner, &a, &b) == row[i].same, "%s: %s", row[i].why, row[i].same ? "not found" : "found");
        ck_assert_msg(na_same_speech(aligner, &b, &a) == row[i].same, "%s, the other way round", row[i].why);
    }
}

START_TEST(wordings_of_one_speech_are_found)
{
    ck_assert_int_eq(na_guard(&arena, compare_rows, NULL), 0);
    na_arena_free(&arena);
    na_arena_free(&scratch);
}
END_TEST

TESTS("link/utterances", wordings_of_one_speech_are_found)
