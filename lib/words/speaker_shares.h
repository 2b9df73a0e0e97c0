/* Made by count_speakers.py: the best candidate leads by so many points, and how many of a hundred such were right. */
{ 0, 35 },    /* of 151 */
{ 250, 45 },    /* of 129 */
{ 500, 51 },    /* of 133 */
{ 750, 64 },    /* of 150 */
{ 1000, 67 },    /* of 144 */
{ 1250, 70 },    /* of 146 */
{ 1500, 79 },    /* of 181 */
{ 1750, 85 },    /* of 215 */
{ 2000, 87 },    /* of 254 */
{ 2250, 87 },    /* of 281 */
{ 2500, 93 },    /* of 288 */
{ 2750, 94 },    /* of 362 */
{ 3000, 95 },    /* of 1293 */
{ 3750, 98 },    /* of 4504 */
