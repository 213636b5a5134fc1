import Formulas
import Messages
import Testing

@Suite("Amounts in other currencies say in which, and have a rate")
struct CurrencyFaultTests {
    private func files(_ calls: String, rates: String = "USD,2026-03-01,78.50,") -> [String: String?] {
        [
            "kinds.yaml": """
            events:
              call: {fields: {date: day?, fee: money(currency), currency: text?}, credit: none}
            """,
            "call.csv": "id,date,fee,currency\n" + calls,
            "exchange_rates.csv": "currency,from,rate,units\n" + rates,
        ]
    }

    @Test("no rate for the day, an unknown code, no day, no currency")
    func rows() {
        let files = files(
            "1,2026-02-28,10,USD\n2,2026-03-01,10,USX\n3,,10,USD\n4,2026-03-01,10,\n5,2026-03-01,10,EUR")
        #expect(
            said(files) == """
                call.csv:2: error: USD has no rate on 2026-02-28
                    2 | 1,2026-02-28,10,USD
                   help: add a row for USD to exchange_rates.csv, from 2026-02-28 or earlier
                call.csv:3: error: 'USX' is not a currency code of ISO 4217
                    3 | 2,2026-03-01,10,USX
                   help: for instance RUB, USD, EUR
                call.csv:4: error: 'fee' is in USD, but there is no day whose rate could hold
                    4 | 3,,10,USD
                   help: fill in the day
                call.csv:5: error: 'fee' has an amount, but 'currency' is empty
                    5 | 4,2026-03-01,10,
                   help: write the currency, also when it is RUB
                call.csv:6: error: EUR has no rate on 2026-03-01
                    6 | 5,2026-03-01,10,EUR
                   help: add a row for EUR to exchange_rates.csv, from 2026-03-01 or earlier
                """)
        #expect(
            said(files, .ru).hasPrefix(
                """
                call.csv:2: ошибка: на 28.02.2026 нет курса USD
                    2 | 1,2026-02-28,10,USD
                   совет: добавьте в exchange_rates.csv строку для USD с 28.02.2026 или раньше
                """))
    }

    @Test("rates that are zero, negative, twice there, of no currency, of the company's own")
    func badRates() {
        let files = files(
            "1,2026-03-01,10,RUB",
            rates: """
                USD,2026-03-01,78.50,
                USD,2026-03-01,78.60,1
                EUR,2026-03-01,0,
                EUR,2026-03-02,-90,
                JPY,2026-03-01,52,0
                RUB,2026-03-01,1,
                UDS,2026-03-01,78,
                """)
        #expect(
            said(files) == """
                exchange_rates.csv:3: error: USD has a rate from 2026-03-01 already, at exchange_rates.csv:2
                    3 | USD,2026-03-01,78.60,1
                   help: keep one of them
                exchange_rates.csv:4: error: the rate of EUR and its units must be above zero
                    4 | EUR,2026-03-01,0,
                   help: write how much RUB are paid for 1 EUR, or for as many as 'units' says
                exchange_rates.csv:5: error: the rate of EUR and its units must be above zero
                    5 | EUR,2026-03-02,-90,
                   help: write how much RUB are paid for 1 EUR, or for as many as 'units' says
                exchange_rates.csv:6: error: the rate of JPY and its units must be above zero
                    6 | JPY,2026-03-01,52,0
                   help: write how much RUB are paid for 1 JPY, or for as many as 'units' says
                exchange_rates.csv:7: error: RUB is the company's own currency and has no rate
                    7 | RUB,2026-03-01,1,
                   help: remove the row
                exchange_rates.csv:8: error: 'UDS' is not a currency code of ISO 4217
                    8 | UDS,2026-03-01,78,
                   help: for instance RUB, USD, EUR
                """)
    }

    @Test("a result with more digits than a column holds")
    func tooLarge() {
        #expect(
            said(files("1,2026-03-01,900000000000000000,USD")).hasPrefix(
                "call.csv:2: error: 'fee' has too many digits in RUB (18 in all)"))
    }

    @Test("the rates may lie in a table of another name")
    func renamed() {
        let files = files("1,2026-03-01,10,USD").merging([
            "exchange_rates.csv": nil, "bank.csv": "Code;Day;Value\nUSD;01.03.2026;78,50",
            "tables.yaml": """
            tables:
              bank.csv: {reads: exchange_rates, delimiter: ";", decimal: ",", columns: {currency: Code, from: Day, rate: Value}}
            """,
        ]) { $1 }
        #expect(said(files) == "")
    }

    @Test("the currency stands in a text field of the same event; records have none")
    func declarations() {
        let files = [
            "kinds.yaml": """
            records: {client: {fields: {limit: money(currency), currency: text}}}
            events:
              call: {fields: {date: day, fee: money(curency), currency: text}}
              mail: {fields: {date: day, fee: money(date)}}
            """
        ]
        #expect(
            said(files) == """
                kinds.yaml:1:36: error: only events have a day, so only their money can be in another currency
                    1 | records: {client: {fields: {limit: money(currency), currency: text}}}
                      |                                    ^~~~~~~~~~~~~~~
                   help: write 'money', in RUB
                kinds.yaml:3:35: error: there is no text field 'curency' here that could hold the currency
                    3 |   call: {fields: {date: day, fee: money(curency), currency: text}}
                      |                                   ^~~~~~~~~~~~~~
                   help: did you mean 'currency'?
                kinds.yaml:4:35: error: there is no text field 'date' here that could hold the currency
                    4 |   mail: {fields: {date: day, fee: money(date)}}
                      |                                   ^~~~~~~~~~~
                   help: add 'date: text'
                """)
    }
}
