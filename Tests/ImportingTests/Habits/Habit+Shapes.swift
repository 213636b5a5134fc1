import Importing

extension Habit {
    static let all = cells + shapes + exporters

    /// Where the table lies, and what stands around it.
    static let shapes: [Habit] = [
        Habit(
            name: "title rows above and a total below",
            text:
                "Отчёт за январь 2026;;;\nОтбор: все менеджеры;;;\n;;;\nНомер;Дата;Менеджер;Сумма\n1;05.01.2026;Анна Орлова;100,50\n2;06.01.2026;Борис Котов;200,00\nИтого;;;300,50\n",
            fields: ["id", "date", "seller", "amount"], rows: ["1|2026-01-05|anna|100.5", "2|2026-01-06|boris|200"],
            line: ["header: 4", "totals: drop"]),
        Habit(
            name: "a total without a word: the key cells are empty and the number is the sum",
            text: "id;date;client;amount\n1;2026-01-05;Луч;10.5\n2;2026-01-06;Заря;20\n;;;30.5\n",
            fields: ["id", "amount"],
            rows: ["1|10.5", "2|20"], line: ["totals: drop"]),
        Habit(
            name: "a row without a key that is no sum is not dropped",
            text: "id;date;client;amount\n1;2026-01-05;Луч;10.5\n2;2026-01-06;Заря;20\n;;;31\n",
            refusal: "row 4: date is empty"),
        Habit(
            name: "subtotals between the rows and a grand total",
            text:
                "id;date;seller;amount\n1;2026-01-05;amy;10\n2;2026-01-06;amy;20\nTotal amy;;;30\n3;2026-01-07;bob;5\n4;2026-01-07;bob;6\nTotal bob;;;11\nGrand total;;;41\n",
            fields: ["id", "amount"], rows: ["1|10", "2|20", "3|5", "4|6"]),
        Habit(
            name: "a total that fills its row and is no sum, in the last row",
            text: "Клиент;Сумма\nЛуч;10\nЗаря;20\nВсего:;31\n", fields: ["client", "amount"],
            rows: ["Луч|10", "Заря|20"],
            line: ["totals: drop"], refusal: "no column is date", said: { $0.constants["date"] = "2026-01-31" }),
        Habit(
            name: "a row 1, 2, 3 among numbers is a row",
            text: "id;date;quantity;amount\n1;2026-01-05;1;1\n2;2026-01-05;2;3\n", fields: ["id", "amount"],
            rows: ["1|1", "2|3"]),
        Habit(
            name: "a signature below the last row",
            text: "id;date;client;amount\n1;2026-01-05;Луч;10\n2;2026-01-06;Заря;20\nРуководитель:;;___________;\n",
            fields: ["id"], rows: ["1", "2"], line: ["notes: drop"]),
        Habit(
            name: "a last row with gaps is a row",
            text:
                "id;date;client;product;quantity;amount\na;2026-01-05;Луч;Насос;1;10\nb;2026-01-06;Заря;Труба;2;20\nc;;Заря;;;\n",
            refusal: "row 4: date is empty"),
        Habit(
            name: "a client by the name of Total is no total",
            text: "id;client;date;amount\n1;Total Energies;2026-01-05;10\n2;Луч;2026-01-06;25\n", fields: ["client"],
            rows: ["Total Energies", "Луч"]),
        Habit(
            name: "Salesforce's lines below the report",
            text:
                "Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Close Date\nAmy Lee,Acme,Pumps,Closed Won,\"$1,234.50\",1/31/2026\nBob Ray,Bolt,Pipes,Closed Won,$500.00,1/5/2026\n\nConfidential Information - Do Not Distribute\n\"Copyright © 2000-2026 salesforce.com, inc. All rights reserved.\"\n",
            file: "report.csv", fields: ["date", "seller", "client", "amount"],
            rows: ["2026-01-31|amy|Acme|1234.5", "2026-01-05|bob|Bolt|500"], line: ["notes: drop", "dates: m/d/y"]),
        Habit(
            name: "the header again on every page",
            text: "id;date;amount\n1;2026-01-05;10\nid;date;amount\n2;2026-01-06;20\n", fields: ["id"],
            rows: ["1", "2"]),
        Habit(
            name: "columns numbered below the header, as in printed forms",
            text: "Номер;Дата;Сумма\n1;2;3\n71;05.01.2026;10\n72;06.01.2026;20\n", fields: ["id", "amount"],
            rows: ["71|10", "72|20"]),
        Habit(
            name: "blank rows and a blank column",
            text: "id;;date;amount\n\n1;;2026-01-05;10\n;;;\n2;;2026-01-06;20\n", fields: ["id", "amount"],
            rows: ["1|10", "2|20"]),
        Habit(
            name: "a header of two rows",
            text: "Номер;Дата;Сумма;\n;;Выручка;Себестоимость\n1;05.01.2026;100;60\n2;06.01.2026;200;90\n",
            fields: ["id", "amount", "cost"], rows: ["1|100|60", "2|200|90"],
            line: ["header: [1, 2]", "amount: Сумма Выручка"]),
        Habit(
            name: "no header at all", text: "1;05.01.2026;100,5\n2;06.01.2026;200,5\n", fields: ["date", "amount"],
            rows: ["2026-01-05|100.5", "2026-01-06|200.5"], line: ["header: none", "date: 2"],
            refusal: "no column is amount; there are '1', '2', '3': columns: {amount: …}",
            said: { $0.columns["amount"] = .number(3) }),
        Habit(
            name: "two columns of one name",
            text: "id;date;Сумма;Сумма\n1;2026-01-05;10;1\n2;2026-01-06;20;2\n", fields: ["amount"], rows: ["1", "2"],
            said: { $0.columns["amount"] = .named("Сумма#2") }),
        Habit(
            name: "line breaks, delimiters and marks inside quotation marks",
            text: "id,date,client,amount\n1,2026-01-05,\"ООО \"\"Луч\"\",\nТверь\",10\n2,2026-01-06,Заря,20\n",
            fields: ["client"], rows: ["ООО \"Луч\",\nТверь", "Заря"]),
        Habit(
            name: "delimiters behind the last cell", text: "id;date;amount;\n1;2026-01-05;10;\n2;2026-01-06;20;\n",
            fields: ["amount"], rows: ["10", "20"]),
        Habit(
            name: "names of groups between the rows",
            text:
                "id;date;seller;amount\nОтдел продаж;;;\n1;2026-01-05;amy;10\n2;2026-01-06;bob;20\nСервис;;;\n3;2026-01-06;bob;30\n",
            fields: ["id"], rows: ["1", "2", "3"], line: ["notes: drop"]),
        Habit(
            name: "quotas with months beside each other",
            text: "Rep,Jan-26,Feb-26,Mar-26\nAmy Lee,100,120,\nBob Ray,90,80,70\n", file: "quota.csv",
            fields: ["metric", "subject", "period", "value"],
            rows: [
                "bookings|amy|2026-01|100", "bookings|amy|2026-02|120", "bookings|bob|2026-01|90",
                "bookings|bob|2026-02|80", "bookings|bob|2026-03|70",
            ], line: ["wide: {columns: periods, key: period, value: value}"], refusal: "no column is metric",
            said: { $0.constants["metric"] = "bookings" }),
        Habit(
            name: "months of a year that is not said",
            text: "Показатель;Сотрудник;Январь;Февраль\nsales;Анна Орлова;100;120\n", file: "Планы.csv",
            fields: ["metric", "subject", "period", "value"],
            rows: ["sales|anna|2026-01|100", "sales|anna|2026-02|120"], refusal: "names no year: year: 2026",
            said: { $0.year = 2026 }),
        Habit(
            name: "people beside each other",
            text: "metric;period;Анна Орлова;Борис Котов\nsales;01.2026;100;200\nsales;февраль 2026;110;210\n",
            file: "targets.csv", fields: ["subject", "period", "value"],
            rows: ["anna|2026-01|100", "boris|2026-01|200", "anna|2026-02|110", "boris|2026-02|210"],
            line: ["wide: {columns: [Анна Орлова, Борис Котов], key: subject, value: value}"]),
        Habit(
            name: "plan and fact below each month",
            text: "Показатель;Сотрудник;Январь 2026;;Февраль 2026;\n;;План;Факт;План;Факт\nsales;anna;100;90;120;130\n",
            file: "targets.csv", fields: ["period", "value"], rows: ["2026-01|100", "2026-02|120"],
            line: ["value: {План: value}"]),
        Habit(
            name: "months in a column, as people write them",
            text:
                "metric;subject;period;value\nsales;anna;Jan-26;1\nsales;anna;02.2026;2\nsales;anna;март 2026 г.;3\nsales;anna;2026-4;4\nsales;anna;1 кв. 2026;5\nsales;anna;Q2 2026;6\n",
            file: "targets.csv", fields: ["period"],
            rows: ["2026-01", "2026-02", "2026-03", "2026-04", "2026-Q1", "2026-Q2"]),
        Habit(
            name: "no column is an id: it is made of what there is",
            text: "date;seller;amount\n2026-01-05;amy;10\n2026-01-05;amy;10\n2026-01-06;bob;20\n",
            fields: ["id"], rows: ["2026-01-05|amy|10", "2026-01-05|amy|10|2", "2026-01-06|bob|20"],
            line: ["id: [date, seller, amount]"]),
        Habit(
            name: "two owners in one cell",
            text: "id;date;seller;amount\n1;2026-01-05;\"amy; bob\";10\n2;2026-01-06;bob;20\n",
            fields: ["id", "seller"],
            rows: ["1|amy", "2|bob"], line: ["owners: {column: seller, separator: \";\", share: equal}"]),
        Habit(
            name: "a name in another spelling is offered, not taken",
            text: "id;date;seller;amount\n1;2026-01-05;Котов Борис;10\n2;2026-01-06;Анна Орлова;20\n",
            refusal: "there is no 'Котов Борис'; near: 'boris' (Борис Котов: the words are swapped)"),
    ]
}
