#ifndef STIMUL_CPOSTGRESQL_SHIM_H
#define STIMUL_CPOSTGRESQL_SHIM_H

#include <libpq-fe.h>

#endif
