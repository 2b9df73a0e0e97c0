/* Made by count_confidence.py: of a hundred quotations that were decided so, how many were right.  Kind, how ("": any),
 * strength of the evidence in tenths (-1: any), how many right, of how many that were counted. */
{ NA_INDIRECT, "", -1, 79 },  /* 3842 */
{ NA_INDIRECT, "description", -1, 75 },  /* 985 */
{ NA_INDIRECT, "description", 3, 72 },  /* 6 */
{ NA_INDIRECT, "description", 4, 54 },  /* 104 */
{ NA_INDIRECT, "description", 5, 69 },  /* 463 */
{ NA_INDIRECT, "description", 6, 86 },  /* 376 */
{ NA_INDIRECT, "description", 7, 86 },  /* 36 */
{ NA_INDIRECT, "description: the subject of the sentence before", -1, 78 },  /* 9 */
{ NA_INDIRECT, "description: the subject of the sentence before", 2, 71 },  /* 1 */
{ NA_INDIRECT, "description: the subject of the sentence before", 3, 82 },  /* 8 */
{ NA_INDIRECT, "description: who has that office here", -1, 79 },  /* 19 */
{ NA_INDIRECT, "description: who has that office here", 4, 68 },  /* 3 */
{ NA_INDIRECT, "description: who has that office here", 5, 74 },  /* 6 */
{ NA_INDIRECT, "description: who has that office here", 6, 88 },  /* 8 */
{ NA_INDIRECT, "description: who has that office here", 7, 82 },  /* 2 */
{ NA_INDIRECT, "description: who spoke last", -1, 76 },  /* 33 */
{ NA_INDIRECT, "description: who spoke last", 3, 69 },  /* 14 */
{ NA_INDIRECT, "description: who spoke last", 4, 82 },  /* 19 */
{ NA_INDIRECT, "description: who was described before", -1, 84 },  /* 3 */
{ NA_INDIRECT, "description: who was described before", 5, 85 },  /* 1 */
{ NA_INDIRECT, "description: who was described before", 6, 86 },  /* 2 */
{ NA_INDIRECT, "headline: name and colon", -1, 71 },  /* 25 */
{ NA_INDIRECT, "headline: name and colon", 8, 69 },  /* 25 */
{ NA_INDIRECT, "name after the cue", -1, 77 },  /* 149 */
{ NA_INDIRECT, "name after the cue", 3, 70 },  /* 1 */
{ NA_INDIRECT, "name after the cue", 4, 67 },  /* 3 */
{ NA_INDIRECT, "name after the cue", 5, 57 },  /* 37 */
{ NA_INDIRECT, "name after the cue", 6, 84 },  /* 73 */
{ NA_INDIRECT, "name after the cue", 7, 90 },  /* 34 */
{ NA_INDIRECT, "name after the cue", 8, 79 },  /* 1 */
{ NA_INDIRECT, "name before the cue", -1, 85 },  /* 1404 */
{ NA_INDIRECT, "name before the cue", 3, 63 },  /* 5 */
{ NA_INDIRECT, "name before the cue", 4, 61 },  /* 27 */
{ NA_INDIRECT, "name before the cue", 5, 67 },  /* 231 */
{ NA_INDIRECT, "name before the cue", 6, 87 },  /* 546 */
{ NA_INDIRECT, "name before the cue", 7, 92 },  /* 528 */
{ NA_INDIRECT, "name before the cue", 8, 92 },  /* 67 */
{ NA_INDIRECT, "name: subject of the sentence", -1, 71 },  /* 349 */
{ NA_INDIRECT, "name: subject of the sentence", 4, 56 },  /* 58 */
{ NA_INDIRECT, "name: subject of the sentence", 5, 75 },  /* 198 */
{ NA_INDIRECT, "name: subject of the sentence", 6, 70 },  /* 91 */
{ NA_INDIRECT, "name: subject of the sentence", 7, 76 },  /* 2 */
{ NA_INDIRECT, "pronoun: nobody named that it can mean", -1, 62 },  /* 6 */
{ NA_INDIRECT, "pronoun: nobody named that it can mean", 2, 51 },  /* 6 */
{ NA_INDIRECT, "pronoun: several or unnamed", -1, 71 },  /* 42 */
{ NA_INDIRECT, "pronoun: several or unnamed", 2, 56 },  /* 8 */
{ NA_INDIRECT, "pronoun: several or unnamed", 3, 77 },  /* 33 */
{ NA_INDIRECT, "pronoun: several or unnamed", 4, 64 },  /* 1 */
{ NA_INDIRECT, "pronoun: the last one named that it can mean", -1, 70 },  /* 4 */
{ NA_INDIRECT, "pronoun: the last one named that it can mean", 3, 65 },  /* 4 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", -1, 71 },  /* 8 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 2, 68 },  /* 2 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 3, 72 },  /* 4 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 4, 68 },  /* 2 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", -1, 73 },  /* 117 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 4, 51 },  /* 32 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 5, 79 },  /* 69 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 6, 90 },  /* 16 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", -1, 77 },  /* 150 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 2, 64 },  /* 2 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 3, 63 },  /* 18 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 4, 65 },  /* 53 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 5, 91 },  /* 62 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 6, 87 },  /* 15 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", -1, 85 },  /* 89 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 4, 82 },  /* 10 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 5, 83 },  /* 56 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 6, 92 },  /* 23 */
{ NA_INDIRECT, "pronoun: who spoke last", -1, 85 },  /* 304 */
{ NA_INDIRECT, "pronoun: who spoke last", 3, 79 },  /* 21 */
{ NA_INDIRECT, "pronoun: who spoke last", 4, 73 },  /* 36 */
{ NA_INDIRECT, "pronoun: who spoke last", 5, 83 },  /* 106 */
{ NA_INDIRECT, "pronoun: who spoke last", 6, 92 },  /* 125 */
{ NA_INDIRECT, "pronoun: who spoke last", 7, 91 },  /* 16 */
{ NA_INDIRECT, "several speakers", -1, 72 },  /* 23 */
{ NA_INDIRECT, "several speakers", 4, 58 },  /* 6 */
{ NA_INDIRECT, "several speakers", 5, 77 },  /* 11 */
{ NA_INDIRECT, "several speakers", 6, 76 },  /* 6 */
{ NA_INDIRECT, "words before the cue", -1, 62 },  /* 123 */
{ NA_INDIRECT, "words before the cue", 2, 56 },  /* 1 */
{ NA_INDIRECT, "words before the cue", 3, 45 },  /* 52 */
{ NA_INDIRECT, "words before the cue", 4, 71 },  /* 66 */
{ NA_INDIRECT, "words before the cue", 5, 73 },  /* 4 */
{ NA_TERM, "", -1, 66 },  /* 1192 */
{ NA_TERM, "a name or an expression", -1, 68 },  /* 408 */
{ NA_TERM, "a name or an expression", 7, 68 },  /* 408 */
{ NA_TERM, "inside another quotation", -1, 93 },  /* 294 */
{ NA_TERM, "inside another quotation", 6, 94 },  /* 294 */
{ NA_TERM, "marks round words that nobody is quoted as saying", -1, 49 },  /* 490 */
{ NA_TERM, "marks round words that nobody is quoted as saying", 6, 48 },  /* 490 */
