/* Made by count_confidence.py: of a hundred quotations that were decided so, how many were right.  Kind, how ("": any),
 * strength of the evidence in tenths (-1: any), how many right, of how many that were counted. */
{ NA_DIRECT, "", -1, 93 },  /* 5873 */
{ NA_DIRECT, "carried over from the paragraph before", -1, 66 },  /* 84 */
{ NA_DIRECT, "carried over from the paragraph before", 2, 57 },  /* 5 */
{ NA_DIRECT, "carried over from the paragraph before", 3, 51 },  /* 5 */
{ NA_DIRECT, "carried over from the paragraph before", 4, 61 },  /* 9 */
{ NA_DIRECT, "carried over from the paragraph before", 5, 52 },  /* 20 */
{ NA_DIRECT, "carried over from the paragraph before", 6, 77 },  /* 45 */
{ NA_DIRECT, "description", -1, 80 },  /* 214 */
{ NA_DIRECT, "description", 4, 59 },  /* 7 */
{ NA_DIRECT, "description", 5, 65 },  /* 10 */
{ NA_DIRECT, "description", 6, 81 },  /* 27 */
{ NA_DIRECT, "description", 7, 82 },  /* 34 */
{ NA_DIRECT, "description", 8, 83 },  /* 136 */
{ NA_DIRECT, "description: the subject of the sentence before", -1, 97 },  /* 14 */
{ NA_DIRECT, "description: the subject of the sentence before", 4, 98 },  /* 3 */
{ NA_DIRECT, "description: the subject of the sentence before", 5, 99 },  /* 11 */
{ NA_DIRECT, "description: who has that office here", -1, 84 },  /* 13 */
{ NA_DIRECT, "description: who has that office here", 5, 85 },  /* 1 */
{ NA_DIRECT, "description: who has that office here", 7, 76 },  /* 1 */
{ NA_DIRECT, "description: who has that office here", 8, 83 },  /* 11 */
{ NA_DIRECT, "description: who spoke last", -1, 95 },  /* 42 */
{ NA_DIRECT, "description: who spoke last", 4, 96 },  /* 3 */
{ NA_DIRECT, "description: who spoke last", 5, 90 },  /* 6 */
{ NA_DIRECT, "description: who spoke last", 6, 96 },  /* 33 */
{ NA_DIRECT, "description: who was described before", -1, 96 },  /* 8 */
{ NA_DIRECT, "description: who was described before", 4, 96 },  /* 1 */
{ NA_DIRECT, "description: who was described before", 6, 96 },  /* 1 */
{ NA_DIRECT, "description: who was described before", 8, 97 },  /* 6 */
{ NA_DIRECT, "goes on in the same paragraph", -1, 96 },  /* 1510 */
{ NA_DIRECT, "goes on in the same paragraph", 2, 88 },  /* 1 */
{ NA_DIRECT, "goes on in the same paragraph", 3, 97 },  /* 1 */
{ NA_DIRECT, "goes on in the same paragraph", 4, 79 },  /* 6 */
{ NA_DIRECT, "goes on in the same paragraph", 5, 91 },  /* 40 */
{ NA_DIRECT, "goes on in the same paragraph", 6, 88 },  /* 34 */
{ NA_DIRECT, "goes on in the same paragraph", 7, 97 },  /* 120 */
{ NA_DIRECT, "goes on in the same paragraph", 8, 98 },  /* 336 */
{ NA_DIRECT, "goes on in the same paragraph", 9, 97 },  /* 972 */
{ NA_DIRECT, "goes on over the paragraph", -1, 75 },  /* 37 */
{ NA_DIRECT, "goes on over the paragraph", 3, 77 },  /* 1 */
{ NA_DIRECT, "goes on over the paragraph", 4, 78 },  /* 10 */
{ NA_DIRECT, "goes on over the paragraph", 5, 85 },  /* 7 */
{ NA_DIRECT, "goes on over the paragraph", 6, 71 },  /* 2 */
{ NA_DIRECT, "goes on over the paragraph", 7, 62 },  /* 7 */
{ NA_DIRECT, "goes on over the paragraph", 8, 82 },  /* 4 */
{ NA_DIRECT, "goes on over the paragraph", 9, 59 },  /* 6 */
{ NA_DIRECT, "name after the cue", -1, 95 },  /* 701 */
{ NA_DIRECT, "name after the cue", 5, 87 },  /* 2 */
{ NA_DIRECT, "name after the cue", 6, 96 },  /* 4 */
{ NA_DIRECT, "name after the cue", 7, 85 },  /* 21 */
{ NA_DIRECT, "name after the cue", 8, 84 },  /* 12 */
{ NA_DIRECT, "name after the cue", 9, 96 },  /* 662 */
{ NA_DIRECT, "name before the colon", -1, 66 },  /* 10 */
{ NA_DIRECT, "name before the colon", 7, 53 },  /* 10 */
{ NA_DIRECT, "name before the cue", -1, 96 },  /* 1744 */
{ NA_DIRECT, "name before the cue", 4, 84 },  /* 5 */
{ NA_DIRECT, "name before the cue", 5, 78 },  /* 15 */
{ NA_DIRECT, "name before the cue", 6, 86 },  /* 42 */
{ NA_DIRECT, "name before the cue", 7, 91 },  /* 64 */
{ NA_DIRECT, "name before the cue", 8, 89 },  /* 83 */
{ NA_DIRECT, "name before the cue", 9, 97 },  /* 1535 */
{ NA_DIRECT, "name behind the quotation", -1, 82 },  /* 11 */
{ NA_DIRECT, "name behind the quotation", 5, 85 },  /* 2 */
{ NA_DIRECT, "name behind the quotation", 6, 75 },  /* 9 */
{ NA_DIRECT, "name: subject of the sentence", -1, 79 },  /* 93 */
{ NA_DIRECT, "name: subject of the sentence", 3, 76 },  /* 3 */
{ NA_DIRECT, "name: subject of the sentence", 4, 79 },  /* 5 */
{ NA_DIRECT, "name: subject of the sentence", 5, 81 },  /* 12 */
{ NA_DIRECT, "name: subject of the sentence", 6, 73 },  /* 16 */
{ NA_DIRECT, "name: subject of the sentence", 7, 79 },  /* 43 */
{ NA_DIRECT, "name: subject of the sentence", 8, 79 },  /* 14 */
{ NA_DIRECT, "no subject", -1, 83 },  /* 23 */
{ NA_DIRECT, "no subject", 1, 83 },  /* 6 */
{ NA_DIRECT, "no subject", 2, 80 },  /* 14 */
{ NA_DIRECT, "no subject", 3, 79 },  /* 3 */
{ NA_DIRECT, "nobody is said to have said it", -1, 52 },  /* 89 */
{ NA_DIRECT, "nobody is said to have said it", 5, 48 },  /* 89 */
{ NA_DIRECT, "pronoun: nobody named that it can mean", -1, 94 },  /* 2 */
{ NA_DIRECT, "pronoun: nobody named that it can mean", 3, 95 },  /* 2 */
{ NA_DIRECT, "pronoun: several or unnamed", -1, 81 },  /* 10 */
{ NA_DIRECT, "pronoun: several or unnamed", 2, 74 },  /* 1 */
{ NA_DIRECT, "pronoun: several or unnamed", 3, 83 },  /* 1 */
{ NA_DIRECT, "pronoun: several or unnamed", 5, 79 },  /* 8 */
{ NA_DIRECT, "pronoun: the last one named that it can mean", -1, 94 },  /* 2 */
{ NA_DIRECT, "pronoun: the last one named that it can mean", 5, 95 },  /* 2 */
{ NA_DIRECT, "pronoun: the organization that spoke last", -1, 94 },  /* 2 */
{ NA_DIRECT, "pronoun: the organization that spoke last", 4, 95 },  /* 2 */
{ NA_DIRECT, "pronoun: the subject of the same sentence", -1, 73 },  /* 40 */
{ NA_DIRECT, "pronoun: the subject of the same sentence", 3, 66 },  /* 1 */
{ NA_DIRECT, "pronoun: the subject of the same sentence", 4, 66 },  /* 4 */
{ NA_DIRECT, "pronoun: the subject of the same sentence", 5, 60 },  /* 2 */
{ NA_DIRECT, "pronoun: the subject of the same sentence", 6, 66 },  /* 10 */
{ NA_DIRECT, "pronoun: the subject of the same sentence", 7, 77 },  /* 6 */
{ NA_DIRECT, "pronoun: the subject of the same sentence", 8, 79 },  /* 17 */
{ NA_DIRECT, "pronoun: the subject of the sentence before", -1, 97 },  /* 237 */
{ NA_DIRECT, "pronoun: the subject of the sentence before", 3, 98 },  /* 1 */
{ NA_DIRECT, "pronoun: the subject of the sentence before", 4, 81 },  /* 7 */
{ NA_DIRECT, "pronoun: the subject of the sentence before", 5, 98 },  /* 8 */
{ NA_DIRECT, "pronoun: the subject of the sentence before", 6, 97 },  /* 29 */
{ NA_DIRECT, "pronoun: the subject of the sentence before", 7, 99 },  /* 192 */
{ NA_DIRECT, "pronoun: who speaks in the same sentence", -1, 90 },  /* 29 */
{ NA_DIRECT, "pronoun: who speaks in the same sentence", 4, 91 },  /* 1 */
{ NA_DIRECT, "pronoun: who speaks in the same sentence", 5, 85 },  /* 3 */
{ NA_DIRECT, "pronoun: who speaks in the same sentence", 6, 91 },  /* 1 */
{ NA_DIRECT, "pronoun: who speaks in the same sentence", 7, 91 },  /* 12 */
{ NA_DIRECT, "pronoun: who speaks in the same sentence", 8, 91 },  /* 12 */
{ NA_DIRECT, "pronoun: who spoke last", -1, 99 },  /* 802 */
{ NA_DIRECT, "pronoun: who spoke last", 3, 90 },  /* 1 */
{ NA_DIRECT, "pronoun: who spoke last", 4, 99 },  /* 2 */
{ NA_DIRECT, "pronoun: who spoke last", 5, 94 },  /* 8 */
{ NA_DIRECT, "pronoun: who spoke last", 6, 97 },  /* 34 */
{ NA_DIRECT, "pronoun: who spoke last", 7, 97 },  /* 60 */
{ NA_DIRECT, "pronoun: who spoke last", 8, 99 },  /* 697 */
{ NA_DIRECT, "several speakers", -1, 94 },  /* 2 */
{ NA_DIRECT, "several speakers", 8, 95 },  /* 2 */
{ NA_DIRECT, "signed", -1, 96 },  /* 7 */
{ NA_DIRECT, "signed", 9, 97 },  /* 7 */
{ NA_DIRECT, "subject before the colon", -1, 66 },  /* 59 */
{ NA_DIRECT, "subject before the colon", 2, 60 },  /* 1 */
{ NA_DIRECT, "subject before the colon", 3, 69 },  /* 1 */
{ NA_DIRECT, "subject before the colon", 4, 38 },  /* 10 */
{ NA_DIRECT, "subject before the colon", 5, 58 },  /* 3 */
{ NA_DIRECT, "subject before the colon", 6, 73 },  /* 44 */
{ NA_DIRECT, "transcript: name before the colon", -1, 66 },  /* 4 */
{ NA_DIRECT, "transcript: name before the colon", 7, 60 },  /* 1 */
{ NA_DIRECT, "transcript: name before the colon", 8, 51 },  /* 3 */
{ NA_DIRECT, "who spoke in the paragraph before", -1, 61 },  /* 20 */
{ NA_DIRECT, "who spoke in the paragraph before", 2, 55 },  /* 1 */
{ NA_DIRECT, "who spoke in the paragraph before", 3, 55 },  /* 1 */
{ NA_DIRECT, "who spoke in the paragraph before", 5, 54 },  /* 18 */
{ NA_DIRECT, "who spoke in the sentence before", -1, 77 },  /* 28 */
{ NA_DIRECT, "who spoke in the sentence before", 4, 59 },  /* 3 */
{ NA_DIRECT, "who spoke in the sentence before", 5, 70 },  /* 1 */
{ NA_DIRECT, "who spoke in the sentence before", 6, 80 },  /* 11 */
{ NA_DIRECT, "who spoke in the sentence before", 7, 81 },  /* 13 */
{ NA_DIRECT, "words before the cue", -1, 72 },  /* 36 */
{ NA_DIRECT, "words before the cue", 3, 59 },  /* 4 */
{ NA_DIRECT, "words before the cue", 4, 68 },  /* 8 */
{ NA_DIRECT, "words before the cue", 5, 52 },  /* 4 */
{ NA_DIRECT, "words before the cue", 6, 84 },  /* 20 */
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
{ NA_MIXED, "", -1, 83 },  /* 2381 */
{ NA_MIXED, "description", -1, 70 },  /* 246 */
{ NA_MIXED, "description", 3, 67 },  /* 38 */
{ NA_MIXED, "description", 4, 64 },  /* 43 */
{ NA_MIXED, "description", 5, 71 },  /* 55 */
{ NA_MIXED, "description", 6, 67 },  /* 56 */
{ NA_MIXED, "description", 7, 72 },  /* 37 */
{ NA_MIXED, "description", 8, 81 },  /* 17 */
{ NA_MIXED, "description: the subject of the sentence before", -1, 81 },  /* 4 */
{ NA_MIXED, "description: the subject of the sentence before", 2, 85 },  /* 3 */
{ NA_MIXED, "description: the subject of the sentence before", 3, 73 },  /* 1 */
{ NA_MIXED, "description: who has that office here", -1, 76 },  /* 18 */
{ NA_MIXED, "description: who has that office here", 3, 72 },  /* 2 */
{ NA_MIXED, "description: who has that office here", 4, 69 },  /* 4 */
{ NA_MIXED, "description: who has that office here", 5, 72 },  /* 2 */
{ NA_MIXED, "description: who has that office here", 6, 85 },  /* 6 */
{ NA_MIXED, "description: who has that office here", 7, 82 },  /* 3 */
{ NA_MIXED, "description: who has that office here", 8, 69 },  /* 1 */
{ NA_MIXED, "description: who spoke last", -1, 85 },  /* 22 */
{ NA_MIXED, "description: who spoke last", 2, 81 },  /* 3 */
{ NA_MIXED, "description: who spoke last", 3, 92 },  /* 8 */
{ NA_MIXED, "description: who spoke last", 4, 78 },  /* 6 */
{ NA_MIXED, "description: who spoke last", 5, 89 },  /* 3 */
{ NA_MIXED, "description: who spoke last", 6, 88 },  /* 2 */
{ NA_MIXED, "description: who was described before", -1, 66 },  /* 4 */
{ NA_MIXED, "description: who was described before", 4, 60 },  /* 1 */
{ NA_MIXED, "description: who was described before", 5, 60 },  /* 1 */
{ NA_MIXED, "description: who was described before", 6, 64 },  /* 2 */
{ NA_MIXED, "name after the cue", -1, 86 },  /* 64 */
{ NA_MIXED, "name after the cue", 3, 87 },  /* 1 */
{ NA_MIXED, "name after the cue", 4, 88 },  /* 2 */
{ NA_MIXED, "name after the cue", 5, 85 },  /* 6 */
{ NA_MIXED, "name after the cue", 6, 66 },  /* 9 */
{ NA_MIXED, "name after the cue", 7, 93 },  /* 12 */
{ NA_MIXED, "name after the cue", 8, 88 },  /* 2 */
{ NA_MIXED, "name after the cue", 9, 89 },  /* 32 */
{ NA_MIXED, "name before the cue", -1, 90 },  /* 1004 */
{ NA_MIXED, "name before the cue", 3, 91 },  /* 12 */
{ NA_MIXED, "name before the cue", 4, 85 },  /* 69 */
{ NA_MIXED, "name before the cue", 5, 89 },  /* 162 */
{ NA_MIXED, "name before the cue", 6, 89 },  /* 253 */
{ NA_MIXED, "name before the cue", 7, 91 },  /* 233 */
{ NA_MIXED, "name before the cue", 8, 93 },  /* 180 */
{ NA_MIXED, "name before the cue", 9, 89 },  /* 95 */
{ NA_MIXED, "name: subject of the sentence", -1, 79 },  /* 254 */
{ NA_MIXED, "name: subject of the sentence", 3, 73 },  /* 38 */
{ NA_MIXED, "name: subject of the sentence", 4, 80 },  /* 72 */
{ NA_MIXED, "name: subject of the sentence", 5, 81 },  /* 60 */
{ NA_MIXED, "name: subject of the sentence", 6, 86 },  /* 41 */
{ NA_MIXED, "name: subject of the sentence", 7, 73 },  /* 35 */
{ NA_MIXED, "name: subject of the sentence", 8, 72 },  /* 8 */
{ NA_MIXED, "no subject", -1, 81 },  /* 67 */
{ NA_MIXED, "no subject", 1, 75 },  /* 37 */
{ NA_MIXED, "no subject", 2, 89 },  /* 27 */
{ NA_MIXED, "no subject", 3, 78 },  /* 3 */
{ NA_MIXED, "nobody is said to have said it", -1, 74 },  /* 106 */
{ NA_MIXED, "nobody is said to have said it", 5, 74 },  /* 106 */
{ NA_MIXED, "pronoun: nobody named that it can mean", -1, 83 },  /* 6 */
{ NA_MIXED, "pronoun: nobody named that it can mean", 1, 78 },  /* 2 */
{ NA_MIXED, "pronoun: nobody named that it can mean", 2, 87 },  /* 3 */
{ NA_MIXED, "pronoun: nobody named that it can mean", 3, 85 },  /* 1 */
{ NA_MIXED, "pronoun: several or unnamed", -1, 53 },  /* 15 */
{ NA_MIXED, "pronoun: several or unnamed", 2, 42 },  /* 5 */
{ NA_MIXED, "pronoun: several or unnamed", 3, 43 },  /* 7 */
{ NA_MIXED, "pronoun: several or unnamed", 4, 56 },  /* 3 */
{ NA_MIXED, "pronoun: the last one named that it can mean", -1, 71 },  /* 3 */
{ NA_MIXED, "pronoun: the last one named that it can mean", 2, 68 },  /* 2 */
{ NA_MIXED, "pronoun: the last one named that it can mean", 4, 65 },  /* 1 */
{ NA_MIXED, "pronoun: the organization that spoke last", -1, 86 },  /* 2 */
{ NA_MIXED, "pronoun: the organization that spoke last", 2, 87 },  /* 1 */
{ NA_MIXED, "pronoun: the organization that spoke last", 4, 87 },  /* 1 */
{ NA_MIXED, "pronoun: the subject of the same sentence", -1, 63 },  /* 86 */
{ NA_MIXED, "pronoun: the subject of the same sentence", 3, 61 },  /* 2 */
{ NA_MIXED, "pronoun: the subject of the same sentence", 4, 68 },  /* 14 */
{ NA_MIXED, "pronoun: the subject of the same sentence", 5, 49 },  /* 19 */
{ NA_MIXED, "pronoun: the subject of the same sentence", 6, 65 },  /* 32 */
{ NA_MIXED, "pronoun: the subject of the same sentence", 7, 75 },  /* 5 */
{ NA_MIXED, "pronoun: the subject of the same sentence", 8, 55 },  /* 14 */
{ NA_MIXED, "pronoun: the subject of the sentence before", -1, 86 },  /* 94 */
{ NA_MIXED, "pronoun: the subject of the sentence before", 2, 81 },  /* 3 */
{ NA_MIXED, "pronoun: the subject of the sentence before", 3, 80 },  /* 22 */
{ NA_MIXED, "pronoun: the subject of the sentence before", 4, 90 },  /* 24 */
{ NA_MIXED, "pronoun: the subject of the sentence before", 5, 88 },  /* 19 */
{ NA_MIXED, "pronoun: the subject of the sentence before", 6, 88 },  /* 19 */
{ NA_MIXED, "pronoun: the subject of the sentence before", 7, 86 },  /* 7 */
{ NA_MIXED, "pronoun: who speaks in the same sentence", -1, 84 },  /* 50 */
{ NA_MIXED, "pronoun: who speaks in the same sentence", 3, 81 },  /* 9 */
{ NA_MIXED, "pronoun: who speaks in the same sentence", 4, 89 },  /* 5 */
{ NA_MIXED, "pronoun: who speaks in the same sentence", 5, 83 },  /* 11 */
{ NA_MIXED, "pronoun: who speaks in the same sentence", 6, 80 },  /* 13 */
{ NA_MIXED, "pronoun: who speaks in the same sentence", 7, 88 },  /* 11 */
{ NA_MIXED, "pronoun: who speaks in the same sentence", 8, 85 },  /* 1 */
{ NA_MIXED, "pronoun: who spoke last", -1, 94 },  /* 237 */
{ NA_MIXED, "pronoun: who spoke last", 2, 84 },  /* 6 */
{ NA_MIXED, "pronoun: who spoke last", 3, 90 },  /* 15 */
{ NA_MIXED, "pronoun: who spoke last", 4, 90 },  /* 26 */
{ NA_MIXED, "pronoun: who spoke last", 5, 96 },  /* 57 */
{ NA_MIXED, "pronoun: who spoke last", 6, 95 },  /* 64 */
{ NA_MIXED, "pronoun: who spoke last", 7, 99 },  /* 34 */
{ NA_MIXED, "pronoun: who spoke last", 8, 96 },  /* 35 */
{ NA_MIXED, "several speakers", -1, 82 },  /* 5 */
{ NA_MIXED, "several speakers", 3, 74 },  /* 1 */
{ NA_MIXED, "several speakers", 4, 84 },  /* 1 */
{ NA_MIXED, "several speakers", 5, 85 },  /* 2 */
{ NA_MIXED, "several speakers", 6, 84 },  /* 1 */
{ NA_MIXED, "subject of the sentence, no cue", -1, 61 },  /* 54 */
{ NA_MIXED, "subject of the sentence, no cue", 3, 46 },  /* 10 */
{ NA_MIXED, "subject of the sentence, no cue", 4, 63 },  /* 6 */
{ NA_MIXED, "subject of the sentence, no cue", 5, 63 },  /* 38 */
{ NA_MIXED, "words before the cue", -1, 75 },  /* 40 */
{ NA_MIXED, "words before the cue", 2, 68 },  /* 4 */
{ NA_MIXED, "words before the cue", 3, 77 },  /* 14 */
{ NA_MIXED, "words before the cue", 4, 77 },  /* 14 */
{ NA_MIXED, "words before the cue", 5, 65 },  /* 6 */
{ NA_MIXED, "words before the cue", 6, 79 },  /* 2 */
{ NA_TERM, "", -1, 66 },  /* 1192 */
{ NA_TERM, "a name or an expression", -1, 68 },  /* 408 */
{ NA_TERM, "a name or an expression", 7, 68 },  /* 408 */
{ NA_TERM, "inside another quotation", -1, 93 },  /* 294 */
{ NA_TERM, "inside another quotation", 6, 94 },  /* 294 */
{ NA_TERM, "marks round words that nobody is quoted as saying", -1, 49 },  /* 490 */
{ NA_TERM, "marks round words that nobody is quoted as saying", 6, 48 },  /* 490 */
