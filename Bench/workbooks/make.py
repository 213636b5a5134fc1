#!/usr/bin/env python3
"""Writes a workbook of sales with xlsxwriter: ids, days, people, clients, products, quantities, amounts, flags.

    make.py FILE ROWS
"""
import datetime, random, sys

import xlsxwriter

path, rows = sys.argv[1], int(sys.argv[2])
random.seed(1)
book = xlsxwriter.Workbook(path)
sheet = book.add_worksheet("sale")
day = book.add_format({"num_format": "dd.mm.yyyy"})
money = book.add_format({"num_format": "#,##0.00"})
sheet.write_row(0, 0, ["id", "date", "seller", "client", "product", "quantity", "amount", "paid"])
for row in range(1, rows + 1):
    sheet.write_string(row, 0, f"S{row:07d}")
    sheet.write_datetime(row, 1, datetime.datetime(2026, 1, 1) + datetime.timedelta(days=row % 365), day)
    sheet.write_string(row, 2, f"Продавец {row % 500}")
    sheet.write_string(row, 3, f"client-{random.randrange(20_000)}")
    sheet.write_string(row, 4, f"p{row % 300}")
    sheet.write_number(row, 5, random.randrange(1, 100))
    sheet.write_number(row, 6, random.randrange(100, 99_999_999) / 100, money)
    sheet.write_boolean(row, 7, row % 3 == 0)
book.close()
