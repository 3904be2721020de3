// The files of themes/ and demo-data/, compiled in so that the binary works alone.
#ifndef GARITA_CASSETS_H
#define GARITA_CASSETS_H
#include <stddef.h>

typedef struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} casset;

// The asset at `index`, in a fixed order; a null name after the last.
casset casset_at(int index);

#endif
