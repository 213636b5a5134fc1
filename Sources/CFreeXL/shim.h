#ifndef STIMUL_CFREEXL_SHIM_H
#define STIMUL_CFREEXL_SHIM_H

#include <freexl.h>

#endif
