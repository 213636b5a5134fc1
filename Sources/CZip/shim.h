#ifndef STIMUL_CZIP_SHIM_H
#define STIMUL_CZIP_SHIM_H

#include <zip.h>

#endif
