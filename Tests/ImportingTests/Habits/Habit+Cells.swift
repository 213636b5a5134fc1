import Importing

extension Habit {
    /// How cells are written.
    static let cells: [Habit] = [
        Habit(
            name: "1С: points in days, decimal comma, blanks between groups",
            text:
                "Номер;Дата;Менеджер;Контрагент;Сумма\n1;05.01.2026;Анна Орлова;Луч;1 234,50\n2;31.01.2026;Борис Котов;Заря;80 000,00\n",
            fields: ["id", "date", "seller", "client", "amount"],
            rows: ["1|2026-01-05|anna|Луч|1234.5", "2|2026-01-31|boris|Заря|80000"],
            line: ["delimiter: \";\"", "decimal: \",\"", "names: [seller]"]),
        Habit(
            name: "no-break spaces and thin spaces between groups",
            text:
                "id;date;amount\n1;2026-01-05;1\u{A0}234\u{A0}567,5\n2;2026-01-06;12\u{2009}000,25\n3;2026-01-06;7\u{202F}000,5\n",
            fields: ["amount"], rows: ["1234567.5", "12000.25", "7000.5"]),
        Habit(
            name: "dollars with commas between groups",
            text: "id,date,amount\n1,2026-01-05,\"$12,500.00\"\n2,2026-01-06,\"$1,250.75\"\n",
            fields: ["amount"], rows: ["12500", "1250.75"]),
        Habit(
            name: "dollars in whole thousands: the column does not tell",
            text: "id,date,amount\n1,2026-01-05,\"$12,500\"\n2,2026-01-06,\"$1,250\"\n",
            fields: ["amount"], rows: ["12500", "1250"],
            refusal:
                "may be 12500 or 12.5, and nothing in the column tells which: say 'decimal: \".\"' or 'decimal: \",\"'",
            said: { $0.decimal = .point }),
        Habit(
            name: "German: points between groups, decimal comma, euro behind",
            text: "id;date;amount\n1;05.01.2026;1.355,90€\n2;06.01.2026;-110,7 €\n",
            fields: ["date", "amount"], rows: ["2026-01-05|1355.9", "2026-01-06|-110.7"], line: ["decimal: \",\""]),
        Habit(
            name: "points between groups alone: the column does not tell",
            text: "id;date;amount\n1;2026-01-05;-3.000\n2;2026-01-06;173.900\n", fields: ["amount"],
            rows: ["-3000", "173900"], refusal: "may be -3 or -3000", said: { $0.decimal = .comma }),
        Habit(
            name: "Swiss apostrophes",
            text: "id;date;amount\n1;2026-01-05;CHF 850'000.50\n2;2026-01-06;1’200.00 CHF\n",
            fields: ["amount"], rows: ["850000.5", "1200"]),
        Habit(
            name: "roubles in words and signs",
            text:
                "id;date;amount\n1;2026-01-05;70 325,82 руб.\n2;2026-01-06;80 000 ₽\n3;2026-01-07;12 р.\n4;2026-01-08;RUB 5,5\n",
            fields: ["amount"], rows: ["70325.82", "80000", "12", "5.5"]),
        Habit(
            name: "two currencies in one column",
            text: "id;date;amount\n1;2026-01-05;$5.00\n2;2026-01-06;€7.00\n",
            refusal: "put the currency into a column of its own"),
        Habit(
            name: "bookkeepers' minus: parentheses and behind",
            text: "id;date;amount\n1;2026-01-05;(739 248,65)\n2;2026-01-06;610000,00-\n3;2026-01-07;−15,5\n",
            fields: ["amount"], rows: ["-739248.65", "-610000", "-15.5"]),
        Habit(
            name: "thousands in a word are not multiplied",
            text:
                "id;date;amount\n1;2026-01-05;12,5 тыс.\n2;2026-01-06;3 тыс. руб.\n3;2026-01-06;4\n4;2026-01-06;4\n5;2026-01-06;4\n6;2026-01-06;4\n7;2026-01-06;4\n8;2026-01-06;4\n9;2026-01-06;4\n10;2026-01-06;4\n",
            refusal:
                "is a rounded or shortened number (2 rows): export the numbers with all their digits, such as 12500"),
        Habit(
            name: "Excel's powers of ten have lost digits",
            text:
                "id;date;amount\n1;2026-01-05;4,2E+05\n2;2026-01-06;3\n3;2026-01-06;4\n4;2026-01-06;4\n5;2026-01-06;4\n",
            refusal: "row 2: '4,2E+05' is a rounded or shortened number"),
        Habit(
            name: "a point in one row and a comma in another",
            text: "id;date;amount\n1;2026-01-05;12.5\n2;2026-01-06;13,5\n",
            refusal: "has a decimal point, row 3: '13,5' a decimal comma: export the column in one format"),
        Habit(
            name: "one word among numbers",
            text:
                "id;date;amount\n1;2026-01-05;100\n2;2026-01-06;стоп\n3;2026-01-07;300\n4;2026-01-08;400\n5;2026-01-08;400\n",
            fields: ["amount"], refusal: "row 3: 'стоп' is not a number: mend it, or say 'empty: [стоп]'"),
        Habit(
            name: "American days, told by the 31st",
            text: "id,date,amount\n1,1/5/2026,10\n2,1/31/2026,20\n", fields: ["date"],
            rows: ["2026-01-05", "2026-01-31"], line: ["dates: m/d/y"]),
        Habit(
            name: "British days, told by the 31st",
            text: "id,date,amount\n1,05/01/2026,10\n2,31/01/2026,20\n", fields: ["date"],
            rows: ["2026-01-05", "2026-01-31"], line: ["dates: d/m/y"]),
        Habit(
            name: "days with slashes that nothing tells",
            text: "id,date,amount\n1,05/01/2026,10\n2,06/01/2026,20\n", fields: ["date"],
            rows: ["2026-05-01", "2026-06-01"],
            refusal: "may be 2026-01-05 or 2026-05-01, and nothing in the column tells which",
            said: { $0.dates = .order(.monthFirst) }),
        Habit(
            name: "both orders in one column",
            text: "id,date,amount\n1,31/01/2026,10\n2,01/31/2026,20\n", refusal: "has the day first"),
        Habit(
            name: "short years, days without zeros, year first with slashes",
            text: "id;date;amount;paid_on\n1;3.2.26;10;2026/02/05\n2;28.01.26;20;2026.2.6\n",
            fields: ["date", "paid_on"], rows: ["2026-02-03|2026-02-05", "2026-01-28|2026-02-06"]),
        Habit(
            name: "days in words, Russian",
            text: "id;date;amount\n1;31 января 2026 г.;10\n2;1 мая 2026;20\n", fields: ["date"],
            rows: ["2026-01-31", "2026-05-01"]),
        Habit(
            name: "days in words, English",
            text: "id;date;amount\n1;Jan 31, 2026;10\n2;1-May-26;20\n3;March 3rd, 2026;5\n", fields: ["date"],
            rows: ["2026-01-31", "2026-05-01", "2026-03-03"]),
        Habit(
            name: "days without marks", text: "id;date;amount\n1;20260131;10\n2;20260201;20\n", fields: ["date"],
            rows: ["2026-01-31", "2026-02-01"]),
        Habit(
            name: "Excel's serial days", text: "id;date;amount\n1;46053;10\n2;46054;20\n", fields: ["date"],
            rows: ["2026-01-31", "2026-02-01"], line: ["dates: serial"]),
        Habit(
            name: "midnight behind every day",
            text: "id;date;amount\n1;31.01.2026 0:00:00;10\n2;2026-02-01T00:00:00Z;20\n",
            fields: ["date"], rows: ["2026-01-31", "2026-02-01"]),
        Habit(
            name: "a time behind every day", text: "id;date;amount\n1;05.03.2026 14:33:00;10\n2;06.03.2026 9:05;20\n",
            fields: ["date"], rows: ["2026-03-05", "2026-03-06"], line: ["time: drop"]),
        Habit(
            name: "moments of UTC near midnight",
            text: "id;date;amount\n1;2026-01-31T22:10:00Z;10\n2;2026-02-01T10:00:00Z;20\n", fields: ["date"],
            rows: ["2026-02-01", "2026-02-01"], refusal: "is a moment of another zone", said: { $0.zone = 180 }),
        Habit(
            name: "yes and no in Russian", text: "id;date;amount;Срочно\n1;2026-01-05;10;да\n2;2026-01-06;20;Нет\n",
            fields: ["urgent"], rows: ["yes", "no"]),
        Habit(
            name: "crosses for yes", text: "id;date;amount;urgent\n1;2026-01-05;10;x\n2;2026-01-06;20;\n",
            fields: ["urgent"], rows: ["yes", "no"]),
        Habit(
            name: "dashes for nothing",
            text: "id;date;amount;cost\n1;2026-01-05;10;—\n2;2026-01-06;20;5\n3;2026-01-06;20;n/a\n",
            fields: ["cost"], rows: ["", "5", ""], line: ["empty: [n/a, \"—\"]"]),
    ]
}
