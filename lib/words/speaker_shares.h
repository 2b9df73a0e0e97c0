/* Made by count_speakers.py: the best candidate leads by so many points, and how many of a hundred such were right. */
{ 0, 43 },    /* of 118 */
{ 250, 44 },    /* of 133 */
{ 500, 53 },    /* of 116 */
{ 750, 65 },    /* of 143 */
{ 1000, 69 },    /* of 126 */
{ 1250, 71 },    /* of 146 */
{ 1500, 75 },    /* of 151 */
{ 1750, 84 },    /* of 218 */
{ 2000, 85 },    /* of 230 */
{ 2250, 91 },    /* of 280 */
{ 2500, 91 },    /* of 307 */
{ 2750, 94 },    /* of 382 */
{ 3000, 95 },    /* of 865 */
{ 3500, 96 },    /* of 510 */
{ 3750, 96 },    /* of 429 */
{ 4000, 98 },    /* of 3980 */
