// What Swift needs of the system's libcrypt: yescrypt, with a salt of the system's own.
#ifndef GARITA_CCRYPT_H
#define GARITA_CCRYPT_H

#include <stdbool.h>
#include <stddef.h>

// Hashes a phrase under a new salt; `cost` is yescrypt's, 1 to 11. False when the system cannot.
bool ccrypt_hash(const char *phrase, unsigned long cost, char *out, size_t size);

// Whether a phrase has this hash, compared in constant time. The work is done also for a hash that is none.
bool ccrypt_matches(const char *phrase, const char *hash);

// Wipes memory in a way that is not optimised away.
void ccrypt_wipe(void *memory, size_t size);

#endif
