import Importing

extension Habit {
    /// Whole files of known systems, by their real headers.
    static let exporters: [Habit] = [
        Habit(
            name: "Bitrix24 deals",
            text:
                "ID;Название сделки;Стадия сделки;Ответственный;Сумма;Валюта;Компания;Предполагаемая дата закрытия;Дата создания;\n81;Поставка;Сделка успешна;Анна Орлова;150000.00;RUB;Луч;20.02.2026;14.01.2026 09:05:00;\n82;Сервис;Сделка успешна;Борис Котов;2000.50;RUB;Заря;21.02.2026;15.01.2026 10:05:00;\n",
            file: "DEAL.csv", fields: ["id", "date", "seller", "client", "amount", "currency", "stage"],
            rows: [
                "81|2026-01-14|anna|Луч|150000|RUB|Сделка успешна",
                "82|2026-01-15|boris|Заря|2000.5|RUB|Сделка успешна",
            ], line: ["time: drop", "date: Дата создания"]),
        Habit(
            name: "Bitrix24: a deal with products in several rows of one ID",
            text:
                "ID;Название сделки;Стадия сделки;Ответственный;Сумма;Валюта;Дата создания;Товар\n81;Поставка;Успех;Анна Орлова;100;RUB;14.01.2026;Насос\n81;Поставка;Успех;Анна Орлова;50;RUB;14.01.2026;Труба\n",
            file: "DEAL.csv", fields: ["id", "product", "amount"],
            rows: ["81|2026-01-14|anna|Насос|100", "81|2026-01-14|anna|2|Труба|50"], line: ["id: [id, date, seller]"]),
        Habit(
            name: "amoCRM deals",
            text:
                "ID,Название сделки,Бюджет ,Ответственный,Дата создания сделки,Дата закрытия,Этап сделки,Воронка,Компания\n1,Насос,150000,Анна Орлова,10.01.2026 10:00:00,31.01.2026 14:05:12,Успешно реализовано,Продажи,Луч\n2,Труба,90000,Борис Котов,11.01.2026 10:00:00,не закрыта,Переговоры,Продажи,Заря\n",
            file: "amocrm_export.csv", fields: ["id", "date", "amount"], line: ["empty: [не закрыта]", "time: drop"],
            refusal: "row 3: date is empty"),
        Habit(
            name: "HubSpot deals",
            text:
                "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline\n900,Pumps,closedwon,2026-01-10 10:00,Amy Lee,1500.5,default\n901,Pipes,closedwon,2026-01-11 11:30,Bob Ray,99,default\n",
            file: "hubspot-crm-exports-deals.csv", fields: ["id", "date", "seller", "amount", "stage"],
            rows: ["900|2026-01-10|amy|1500.5|closedwon", "901|2026-01-11|bob|99|closedwon"], line: ["time: drop"]),
        Habit(
            name: "Salesforce objects",
            text:
                "Id,AccountId,Name,StageName,Amount,CloseDate,OwnerId\n0065g00000A1b2C,0015g00000A1b2C,Pumps,Closed Won,1500.5,2026-01-10,amy\n0065g00000A1b2D,0015g00000A1b2C,Pipes,Closed Won,99,2026-01-11,bob\n",
            file: "Opportunity.csv", fields: ["id", "date", "seller", "amount"],
            rows: ["0065g00000A1b2C|2026-01-10|amy|1500.5", "0065g00000A1b2D|2026-01-11|bob|99"]),
        Habit(
            name: "Stripe payments",
            text:
                "id,Description,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer ID\nch_1,Plan,2026-01-31 22:10,100.00,0.00,usd,Paid,cus_1\nch_2,Plan,2026-02-01 10:00,50.50,0.00,usd,Paid,cus_2\n",
            file: "payments.csv", fields: ["id", "date", "amount", "currency"],
            rows: ["ch_1|2026-02-01|100|usd", "ch_2|2026-02-01|50.5|usd"],
            refusal: "'2026-01-31 22:10' is a moment of another zone", said: { $0.zone = 180 }),
        Habit(
            name: "QuickBooks sales with customers above their rows",
            text:
                "Acme Inc,,,,,,,\nSales by Customer Detail,,,,,,,\nDate,Transaction Type,Num,Product/Service,Qty,Sales Price,Amount,Balance\nBolt Ltd,,,,,,,\n01/05/2026,Invoice,1001,Pump,2,50.00,100.00,100.00\n01/31/2026,Invoice,1002,Pipe,1,25.50,25.50,125.50\nTotal for Bolt Ltd,,,,3,,125.50,\nTOTAL,,,,3,,125.50,\n",
            file: "sales.csv", fields: ["id", "date", "product", "quantity", "amount"],
            rows: ["1001|2026-01-05|Pump|2|100", "1002|2026-01-31|Pipe|1|25.5"],
            line: ["header: 3", "dates: m/d/y", "totals: drop", "notes: drop"]),
        Habit(
            name: "1С list of sales",
            text:
                "Дата;Номер;Контрагент;Сумма;Валюта;Вид операции;Организация;Ответственный\n04.01.2026 0:00:00;0000-000069;Луч;1\u{A0}234,56;RUB;Товары;Альфа;Анна Орлова\n05.01.2026 12:00:01;0000-000070;Заря;10,00;RUB;Товары;Альфа;Борис Котов\n",
            file: "Реализация.csv", fields: ["id", "date", "seller", "client", "amount"],
            rows: ["0000-000069|2026-01-04|anna|Луч|1234.56", "0000-000070|2026-01-05|boris|Заря|10"],
            line: ["time: drop", "decimal: \",\""]),
    ]
}
