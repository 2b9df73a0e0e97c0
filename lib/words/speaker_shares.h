/* Made by count_speakers.py: the best candidate leads by so many points, and how many of a hundred such were right. */
{ 0, 38 },    /* of 118 */
{ 250, 53 },    /* of 259 */
{ 750, 67 },    /* of 130 */
{ 1000, 71 },    /* of 127 */
{ 1250, 72 },    /* of 166 */
{ 1500, 76 },    /* of 149 */
{ 1750, 81 },    /* of 194 */
{ 2000, 85 },    /* of 238 */
{ 2250, 91 },    /* of 317 */
{ 2500, 92 },    /* of 647 */
{ 3000, 95 },    /* of 410 */
{ 3250, 96 },    /* of 451 */
{ 3500, 96 },    /* of 542 */
{ 3750, 97 },    /* of 453 */
{ 4000, 98 },    /* of 3922 */
