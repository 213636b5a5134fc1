import Periods

/// The tables of key account work.
enum AlfaAccountTables {
    static func files(
        _ clients: [AlfaClient], _ sales: [AlfaSale], _ returns: [AlfaReturn], _ claims: [AlfaClaim],
        _ generator: SeededGenerator
    ) -> [SampleFile] {
        let generator = generator.stream("key accounts")
        let accounts = AlfaAccount.all(clients, generator)
        let book = AlfaAccountBook(accounts: accounts, sales: sales, returns: returns, claims: claims)
        return [
            statuses(accounts), contacts(accounts), touches(AlfaTouch.all(accounts, claims: book.claimDays, generator)),
            promises(AlfaPromise.all(accounts, generator)), relations(accounts, generator), rivals,
            wallets(book), factors(accounts), risks, causes(book, generator), answers(accounts, generator),
            proofs(accounts), rungs(accounts), suggestions,
        ] + facts + AlfaMeeting.files(accounts, generator) + incentives(book) + plans + [consents] + learning
            + AlfaSelection(accounts: accounts, clients: clients, generator: generator).files
    }

    // MARK: Who they are

    private static func statuses(_ accounts: [AlfaAccount]) -> SampleFile {
        var table = TableBytes(columns: "id", "from", "client", "status", "tier", "reason", "by")
        for (number, account) in accounts.enumerated() {
            table.row(
                identifier("n", number + 1, width: 3), "2026-01-01", account.id, "key", account.tier.rawValue, "",
                "orlova")
        }
        // Its sales fall, and a promise is overdue: looked after with a reason to worry.
        table.row(
            identifier("n", accounts.count + 1, width: 3), "2026-08-03", "c095", "watch", "C",
            "Продажи падают второй месяц",
            "orlova")
        for (number, id) in AlfaSelection.candidates.enumerated() {
            table.row(
                identifier("n", accounts.count + 2 + number, width: 3), "2026-09-01", id, "candidate", "", "", "orlova")
        }
        return table.file("account.csv")
    }

    private static func contacts(_ accounts: [AlfaAccount]) -> SampleFile {
        var table = TableBytes(
            columns: "id", "from", "client", "name", "function", "position", "role", "power", "until")
        for account in accounts {
            for person in account.people {
                let leaves = account.id == AlfaPlanted.leaver && person.function == "logistics"
                table.cells(
                    person.id, "2026-01-01", account.id, person.name, person.function, person.position, person.role)
                table.cell(number: person.power)
                table.cell(day: leaves ? SampleYear.day(9, 21) : person.until)
                table.endRow()
            }
        }
        return table.file("contact.csv")
    }

    private static func relations(_ accounts: [AlfaAccount], _ generator: SeededGenerator) -> SampleFile {
        var table = TableBytes(columns: "id", "day", "contact", "relation", "by")
        var number = 0
        for (half, day) in [SampleYear.day(1, 20), SampleYear.day(7, 10)].enumerated() {
            for account in accounts where account.id != AlfaPlanted.blind {
                var generator = generator.stream("relations \(account.id)")
                for (place, person) in account.people.enumerated() {
                    // Nobody is a lever that has to be moved, but for the planted one.
                    let level = generator.within(person.power >= 7 ? 3...4 : 2...4)
                    number += 1
                    table.cells(identifier("z", number, width: 4), day.description, person.id)
                    table.cell(number: relation(account, place, level, half: half))
                    table.cell(account.manager(on: day))
                    table.endRow()
                }
            }
        }
        return table.file("relation.csv")
    }

    private static func relation(_ account: AlfaAccount, _ place: Int, _ level: Int, half: Int) -> Int {
        switch account.id {
        case AlfaPlanted.emerald: half == 0 ? [4, 2, 5, 3][place] : [4, 1, 5, 3][place]
        case AlfaPlanted.lever where place == 0: 1
        case AlfaPlanted.cooler where place == 1: half == 0 ? 4 : 2
        default: level
        }
    }

    // MARK: What was said and promised

    private static func touches(_ touches: [AlfaTouch]) -> SampleFile {
        var table = TableBytes(
            columns: "id", "at", "client", "contact", "person", "kind", "direction", "purpose", "message", "minutes",
            "known_on", "source")
        for (number, touch) in touches.enumerated() {
            table.cells(
                identifier("t", number + 1, width: 4), "\(touch.day) \(time(touch.minute))", touch.client,
                touch.contact, touch.person, touch.kind, touch.direction, touch.purpose, touch.message)
            table.cell(touch.minutes.map(String.init) ?? "")
            table.row(touch.known, touch.source)
        }
        return table.file("touch.csv")
    }

    static func time(_ minute: Int) -> String {
        let (hour, rest) = (minute / 60, minute % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
    }

    private static func promises(_ promises: [AlfaPromise]) -> SampleFile {
        var table = TableBytes(
            columns: "id", "made_on", "due_on", "client", "contact", "owner", "receiver", "kind", "weight", "text",
            "state",
            "accepted_on", "done_on", "confirmed_on", "confirmed_by", "entered_by", "evidence", "ended_on", "denied_on",
            "replaces")
        for promise in promises {
            table.cells(
                promise.id, promise.made.description, promise.due.description, promise.client, promise.contact,
                promise.owner, promise.receiver, promise.kind)
            table.cell(number: promise.weight)
            table.cells(promise.text, promise.state)
            for day in [promise.accepted, promise.done, promise.confirmed] { table.cell(day: day) }
            table.cells(promise.confirmedBy, promise.enteredBy, promise.evidence)
            for day in [promise.ended, promise.denied] { table.cell(day: day) }
            table.row(promise.replaces)
        }
        return table.file("commitment.csv")
    }

    private static var suggestions: SampleFile {
        var table = TableBytes(
            columns: "id", "given_on", "author", "answered_by", "about", "client", "kind", "text", "reply_due", "state",
            "reason")
        let rows: [(String, String, String, String, String, String, String, String)] = [
            (
                "2026-02-05", "sokolova", "belov", "c027", "idea", "Единый день отгрузки для сети", "2026-02-19",
                "implemented"
            ),
            (
                "2026-03-11", "galeev", "khasanova", "c060", "obstacle", "Счета приходят на неделю позже", "2026-03-25",
                "implemented"
            ),
            (
                "2026-05-20", "safina", "khasanova", "c063", "idea", "Мини-паллеты для малых магазинов", "2026-06-03",
                "refused"
            ),
            (
                "2026-09-22", "lebedeva", "tikhonov", "c090", "idea", "Пробники для открытия магазинов", "2026-10-06",
                "submitted"
            ),
            (
                "2026-10-05", "voronin", "tikhonov", "c094", "obstacle", "Нет остатков в портале заказов", "2026-10-23",
                "accepted_for_study"
            ),
        ]
        for (number, row) in rows.enumerated() {
            table.row(
                identifier("s", number + 1, width: 3), row.0, row.1, row.2, "client", row.3, row.4, row.5, row.6, row.7,
                row.7 == "refused" ? "Дороже доставки целыми паллетами" : "")
        }
        return table.file("suggestion.csv")
    }
}
