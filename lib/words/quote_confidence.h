/* Made by count_confidence.py: of a hundred quotations that were decided so, how many were right.  Kind, how ("": any),
 * strength of the evidence in tenths (-1: any), how many right, of how many that were counted. */
{ NA_INDIRECT, "", -1, 81 },  /* 3782 */
{ NA_INDIRECT, "description", -1, 75 },  /* 971 */
{ NA_INDIRECT, "description", 3, 77 },  /* 5 */
{ NA_INDIRECT, "description", 4, 45 },  /* 101 */
{ NA_INDIRECT, "description", 5, 74 },  /* 482 */
{ NA_INDIRECT, "description", 6, 85 },  /* 362 */
{ NA_INDIRECT, "description", 7, 86 },  /* 21 */
{ NA_INDIRECT, "description: the subject of the sentence before", -1, 80 },  /* 9 */
{ NA_INDIRECT, "description: the subject of the sentence before", 2, 72 },  /* 1 */
{ NA_INDIRECT, "description: the subject of the sentence before", 3, 83 },  /* 8 */
{ NA_INDIRECT, "description: who has that office here", -1, 84 },  /* 20 */
{ NA_INDIRECT, "description: who has that office here", 4, 74 },  /* 4 */
{ NA_INDIRECT, "description: who has that office here", 5, 86 },  /* 9 */
{ NA_INDIRECT, "description: who has that office here", 6, 90 },  /* 7 */
{ NA_INDIRECT, "description: who spoke last", -1, 76 },  /* 32 */
{ NA_INDIRECT, "description: who spoke last", 3, 65 },  /* 14 */
{ NA_INDIRECT, "description: who spoke last", 4, 84 },  /* 18 */
{ NA_INDIRECT, "description: who was described before", -1, 87 },  /* 4 */
{ NA_INDIRECT, "description: who was described before", 5, 90 },  /* 3 */
{ NA_INDIRECT, "description: who was described before", 6, 88 },  /* 1 */
{ NA_INDIRECT, "headline: name and colon", -1, 75 },  /* 22 */
{ NA_INDIRECT, "headline: name and colon", 8, 74 },  /* 22 */
{ NA_INDIRECT, "name after the cue", -1, 79 },  /* 145 */
{ NA_INDIRECT, "name after the cue", 3, 72 },  /* 1 */
{ NA_INDIRECT, "name after the cue", 4, 53 },  /* 5 */
{ NA_INDIRECT, "name after the cue", 5, 68 },  /* 31 */
{ NA_INDIRECT, "name after the cue", 6, 84 },  /* 74 */
{ NA_INDIRECT, "name after the cue", 7, 91 },  /* 33 */
{ NA_INDIRECT, "name after the cue", 8, 81 },  /* 1 */
{ NA_INDIRECT, "name before the cue", -1, 87 },  /* 1389 */
{ NA_INDIRECT, "name before the cue", 3, 62 },  /* 4 */
{ NA_INDIRECT, "name before the cue", 4, 57 },  /* 23 */
{ NA_INDIRECT, "name before the cue", 5, 75 },  /* 225 */
{ NA_INDIRECT, "name before the cue", 6, 90 },  /* 541 */
{ NA_INDIRECT, "name before the cue", 7, 93 },  /* 541 */
{ NA_INDIRECT, "name before the cue", 8, 92 },  /* 55 */
{ NA_INDIRECT, "name: subject of the sentence", -1, 75 },  /* 343 */
{ NA_INDIRECT, "name: subject of the sentence", 4, 65 },  /* 57 */
{ NA_INDIRECT, "name: subject of the sentence", 5, 78 },  /* 201 */
{ NA_INDIRECT, "name: subject of the sentence", 6, 74 },  /* 83 */
{ NA_INDIRECT, "name: subject of the sentence", 7, 79 },  /* 2 */
{ NA_INDIRECT, "pronoun: nobody named that it can mean", -1, 61 },  /* 5 */
{ NA_INDIRECT, "pronoun: nobody named that it can mean", 2, 47 },  /* 5 */
{ NA_INDIRECT, "pronoun: several or unnamed", -1, 75 },  /* 41 */
{ NA_INDIRECT, "pronoun: several or unnamed", 2, 71 },  /* 9 */
{ NA_INDIRECT, "pronoun: several or unnamed", 3, 74 },  /* 31 */
{ NA_INDIRECT, "pronoun: several or unnamed", 4, 77 },  /* 1 */
{ NA_INDIRECT, "pronoun: the last one named that it can mean", -1, 79 },  /* 4 */
{ NA_INDIRECT, "pronoun: the last one named that it can mean", 2, 81 },  /* 1 */
{ NA_INDIRECT, "pronoun: the last one named that it can mean", 3, 76 },  /* 3 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", -1, 73 },  /* 8 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 2, 69 },  /* 2 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 3, 75 },  /* 5 */
{ NA_INDIRECT, "pronoun: the organization that spoke last", 4, 66 },  /* 1 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", -1, 76 },  /* 111 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 4, 48 },  /* 33 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 5, 87 },  /* 60 */
{ NA_INDIRECT, "pronoun: the subject of the same sentence", 6, 91 },  /* 18 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", -1, 78 },  /* 148 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 2, 71 },  /* 1 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 3, 56 },  /* 13 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 4, 66 },  /* 56 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 5, 92 },  /* 67 */
{ NA_INDIRECT, "pronoun: the subject of the sentence before", 6, 89 },  /* 11 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", -1, 87 },  /* 87 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 4, 78 },  /* 10 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 5, 85 },  /* 52 */
{ NA_INDIRECT, "pronoun: who speaks in the same sentence", 6, 96 },  /* 25 */
{ NA_INDIRECT, "pronoun: who spoke last", -1, 94 },  /* 300 */
{ NA_INDIRECT, "pronoun: who spoke last", 3, 87 },  /* 18 */
{ NA_INDIRECT, "pronoun: who spoke last", 4, 85 },  /* 40 */
{ NA_INDIRECT, "pronoun: who spoke last", 5, 97 },  /* 104 */
{ NA_INDIRECT, "pronoun: who spoke last", 6, 97 },  /* 126 */
{ NA_INDIRECT, "pronoun: who spoke last", 7, 97 },  /* 12 */
{ NA_INDIRECT, "several speakers", -1, 71 },  /* 21 */
{ NA_INDIRECT, "several speakers", 4, 58 },  /* 4 */
{ NA_INDIRECT, "several speakers", 5, 72 },  /* 11 */
{ NA_INDIRECT, "several speakers", 6, 76 },  /* 6 */
{ NA_INDIRECT, "words before the cue", -1, 65 },  /* 122 */
{ NA_INDIRECT, "words before the cue", 2, 54 },  /* 2 */
{ NA_INDIRECT, "words before the cue", 3, 54 },  /* 54 */
{ NA_INDIRECT, "words before the cue", 4, 73 },  /* 63 */
{ NA_INDIRECT, "words before the cue", 5, 73 },  /* 3 */
{ NA_TERM, "", -1, 66 },  /* 1127 */
{ NA_TERM, "a name or an expression", -1, 56 },  /* 833 */
{ NA_TERM, "a name or an expression", 7, 56 },  /* 833 */
{ NA_TERM, "inside another quotation", -1, 93 },  /* 294 */
{ NA_TERM, "inside another quotation", 6, 94 },  /* 294 */
