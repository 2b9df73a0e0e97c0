/* Made by count_confidence.py: of a hundred quotations that were decided so, how many were right.  Kind, how ("": any),
 * strength of the evidence in tenths (-1: any), how many right, of how many that were counted. */
{ NA_INDIRECT, "", -1, 81 },  /* 3777 */
{ NA_INDIRECT, "description", -1, 75 },  /* 967 */
{ NA_INDIRECT, "description", 3, 77 },  /* 5 */
{ NA_INDIRECT, "description", 4, 48 },  /* 94 */
{ NA_INDIRECT, "description", 5, 72 },  /* 481 */
{ NA_INDIRECT, "description", 6, 86 },  /* 368 */
{ NA_INDIRECT, "description", 7, 88 },  /* 19 */
{ NA_INDIRECT, "description: the subject of the sentence before", -1, 76 },  /* 10 */
{ NA_INDIRECT, "description: the subject of the sentence before", 2, 63 },  /* 2 */
{ NA_INDIRECT, "description: the subject of the sentence before", 3, 81 },  /* 8 */
{ NA_INDIRECT, "description: who has that office here", -1, 87 },  /* 19 */
{ NA_INDIRECT, "description: who has that office here", 4, 82 },  /* 3 */
{ NA_INDIRECT, "description: who has that office here", 5, 88 },  /* 9 */
{ NA_INDIRECT, "description: who has that office here", 6, 92 },  /* 7 */
{ NA_INDIRECT, "description: who spoke last", -1, 77 },  /* 32 */
{ NA_INDIRECT, "description: who spoke last", 3, 68 },  /* 13 */
{ NA_INDIRECT, "description: who spoke last", 4, 82 },  /* 19 */
{ NA_INDIRECT, "description: who was described before", -1, 87 },  /* 4 */
{ NA_INDIRECT, "description: who was described before", 5, 90 },  /* 3 */
{ NA_INDIRECT, "description: who was described before", 6, 88 },  /* 1 */
{ NA_INDIRECT, "headline: name and colon", -1, 75 },  /* 22 */
{ NA_INDIRECT, "headline: name and colon", 8, 74 },  /* 22 */
{ NA_INDIRECT, "name after the cue", -1, 80 },  /* 144 */
{ NA_INDIRECT, "name after the cue", 3, 73 },  /* 1 */
{ NA_INDIRECT, "name after the cue", 4, 57 },  /* 4 */
{ NA_INDIRECT, "name after the cue", 5, 65 },  /* 33 */
{ NA_INDIRECT, "name after the cue", 6, 87 },  /* 73 */
{ NA_INDIRECT, "name after the cue", 7, 90 },  /* 31 */
{ NA_INDIRECT, "name after the cue", 8, 83 },  /* 2 */
{ NA_INDIRECT, "name before the cue", -1, 88 },  /* 1389 */
{ NA_INDIRECT, "name before the cue", 3, 63 },  /* 4 */
{ NA_INDIRECT, "name before the cue", 4, 67 },  /* 21 */
{ NA_INDIRECT, "name before the cue", 5, 74 },  /* 218 */
{ NA_INDIRECT, "name before the cue", 6, 89 },  /* 551 */
{ NA_INDIRECT, "name before the cue", 7, 93 },  /* 543 */
{ NA_INDIRECT, "name before the cue", 8, 90 },  /* 52 */
{ NA_INDIRECT, "name: subject of the sentence", -1, 75 },  /* 343 */
{ NA_INDIRECT, "name: subject of the sentence", 4, 65 },  /* 54 */
{ NA_INDIRECT, "name: subject of the sentence", 5, 78 },  /* 206 */
{ NA_INDIRECT, "name: subject of the sentence", 6, 73 },  /* 82 */
{ NA_INDIRECT, "name: subject of the sentence", 7, 77 },  /* 1 */
{ NA_INDIRECT, "pronoun: nobody named that it can mean", -1, 70 },  /* 3 */
{ NA_INDIRECT, "pronoun: nobody named that it can mean", 2, 62 },  /* 3 */
{ NA_INDIRECT, "pronoun: several or unnamed", -1, 75 },  /* 41 */
{ NA_INDIRECT, "pronoun: several or unnamed", 2, 69 },  /* 8 */
{ NA_INDIRECT, "pronoun: several or unnamed", 3, 74 },  /* 31 */
{ NA_INDIRECT, "pronoun: several or unnamed", 4, 79 },  /* 2 */
{ NA_INDIRECT, "pronoun: the last one named that it can mean", -1, 74 },  /* 5 */
{ NA_INDIRECT, "pronoun: the last one named that it can mean", 2, 70 },  /* 2 */
{ NA_INDIRECT, "pronoun: the last one named that it can mean", 3, 72 },  /* 3 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", -1, 73 },  /* 8 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 2, 69 },  /* 2 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 3, 74 },  /* 4 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 4, 69 },  /* 2 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", -1, 77 },  /* 109 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 4, 50 },  /* 33 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 5, 87 },  /* 60 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 6, 91 },  /* 16 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", -1, 78 },  /* 147 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 2, 71 },  /* 1 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 3, 57 },  /* 16 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 4, 67 },  /* 51 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 5, 92 },  /* 68 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 6, 90 },  /* 11 */
{ NA_INDIRECT, "pronoun: who is named behind it", -1, 68 },  /* 2 */
{ NA_INDIRECT, "pronoun: who is named behind it", 3, 56 },  /* 2 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", -1, 87 },  /* 87 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 4, 78 },  /* 10 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 5, 85 },  /* 52 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 6, 96 },  /* 25 */
{ NA_INDIRECT, "pronoun: who spoke last", -1, 94 },  /* 301 */
{ NA_INDIRECT, "pronoun: who spoke last", 3, 87 },  /* 18 */
{ NA_INDIRECT, "pronoun: who spoke last", 4, 85 },  /* 40 */
{ NA_INDIRECT, "pronoun: who spoke last", 5, 97 },  /* 102 */
{ NA_INDIRECT, "pronoun: who spoke last", 6, 96 },  /* 130 */
{ NA_INDIRECT, "pronoun: who spoke last", 7, 97 },  /* 11 */
{ NA_INDIRECT, "several speakers", -1, 71 },  /* 21 */
{ NA_INDIRECT, "several speakers", 4, 58 },  /* 4 */
{ NA_INDIRECT, "several speakers", 5, 72 },  /* 11 */
{ NA_INDIRECT, "several speakers", 6, 76 },  /* 6 */
{ NA_INDIRECT, "words before the cue", -1, 65 },  /* 123 */
{ NA_INDIRECT, "words before the cue", 2, 54 },  /* 2 */
{ NA_INDIRECT, "words before the cue", 3, 52 },  /* 52 */
{ NA_INDIRECT, "words before the cue", 4, 73 },  /* 65 */
{ NA_INDIRECT, "words before the cue", 5, 75 },  /* 4 */
{ NA_TERM, "", -1, 84 },  /* 931 */
{ NA_TERM, "a name or an expression", -1, 77 },  /* 140 */
{ NA_TERM, "a name or an expression", 9, 76 },  /* 140 */
{ NA_TERM, "in a headline that gives it to nobody", -1, 98 },  /* 65 */
{ NA_TERM, "in a headline that gives it to nobody", 6, 100 },  /* 65 */
{ NA_TERM, "inside another quotation", -1, 94 },  /* 297 */
{ NA_TERM, "inside another quotation", 6, 94 },  /* 297 */
{ NA_TERM, "marks round words that nobody is quoted as saying", -1, 76 },  /* 429 */
{ NA_TERM, "marks round words that nobody is quoted as saying", 5, 67 },  /* 223 */
{ NA_TERM, "marks round words that nobody is quoted as saying", 6, 83 },  /* 147 */
{ NA_TERM, "marks round words that nobody is quoted as saying", 7, 89 },  /* 40 */
{ NA_TERM, "marks round words that nobody is quoted as saying", 8, 89 },  /* 11 */
{ NA_TERM, "marks round words that nobody is quoted as saying", 9, 87 },  /* 8 */
