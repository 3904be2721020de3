#define _GNU_SOURCE
#include "ccrypt.h"

#include <crypt.h>
#include <stdlib.h>
#include <string.h>

bool ccrypt_hash(const char *phrase, unsigned long cost, char *out, size_t size) {
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (!crypt_gensalt_rn("$y$", cost, NULL, 0, setting, sizeof setting)) return false;
    struct crypt_data *data = calloc(1, sizeof *data);
    if (!data) return false;
    const char *hash = crypt_r(phrase, setting, data);
    bool done = hash && hash[0] != '*' && strlen(hash) < size;
    if (done) strcpy(out, hash);
    ccrypt_wipe(data, sizeof *data);
    free(data);
    return done;
}

bool ccrypt_matches(const char *phrase, const char *hash) {
    struct crypt_data *data = calloc(1, sizeof *data);
    if (!data) return false;
    const char *found = crypt_r(phrase, hash, data);
    size_t length = strlen(hash);
    bool same = found && found[0] != '*' && strlen(found) == length;
    unsigned char difference = !same;
    for (size_t index = 0; same && index < length; index++) difference |= (unsigned char)(found[index] ^ hash[index]);
    ccrypt_wipe(data, sizeof *data);
    free(data);
    return difference == 0;
}

void ccrypt_wipe(void *memory, size_t size) { explicit_bzero(memory, size); }
