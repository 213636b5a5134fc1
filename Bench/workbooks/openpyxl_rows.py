#!/usr/bin/env python3
"""Reads a workbook with openpyxl in its read-only mode, looks at every cell, and prints one line of JSON.

    openpyxl_rows.py FILE
"""
import json, sys, time

import openpyxl

begin = time.perf_counter()
rows = cells = texts = 0
total = 0.0
book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
for row in book.active.iter_rows(values_only=True):
    rows += 1
    for value in row:
        cells += 1
        if isinstance(value, str):
            texts += len(value.encode())
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            total += value
print(json.dumps(dict(rows=rows, cells=cells, text_bytes=texts, sum=total, seconds=time.perf_counter() - begin)))
