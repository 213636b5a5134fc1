internal import AccountRows
internal import Accounts
internal import Messages
internal import Periods
internal import Quantities

/// The parts of a company that the book of key accounts is made of, while the company is read and afterwards.
struct AccountData {
    let settings: AccountSettings
    let kinds: [EventKind]
    let events: [EventTable]
    let records: [String: RecordTable]
    let organisation: Organisation
    let teams: Teams
    let workingCalendar: WorkingCalendar
    let calendar: YearCalendar

    /// The book.
    var book: AccountBook { AccountBook(source, settings.rules) }

    /// What the book is made of.
    var source: AccountSource {
        var source = AccountSource(calendar: workingCalendar, year: calendar)
        for kind in AccountKinds.entered {
            if let event = kinds.firstIndex(where: { $0.name == kind }) {
                source.tables[kind] = ColumnRows(event, of: self)
            } else if let table = records[kind] {
                source.tables[kind] = ColumnRows(table, of: self)
            }
        }
        let clients = clients
        source.trades = trades(clients)
        source.claims = claims(clients)
        source.roles = roles
        source.workplaces = workplaces
        source.people = Set((records[BuiltInKind.person]?.ids ?? []).map { Key($0) })
        if let table = records[BuiltInKind.client] {
            source.isClient = { table.number(of: $0.text) != nil }
            for client in clients { source.clientPlaces[Key(table.id(client))] = table.places[Int(client)] }
            source.holdings = holdings(table)
        }
        return source
    }

    /// The numbers of the clients that have a row of `account`.
    private var clients: Set<Int32> {
        guard let event = kinds.firstIndex(where: { $0.name == AccountKinds.account }),
            let field = kinds[event].field(named: "client"), case .record(let numbers) = events[event].columns[field]
        else { return [] }
        return Set(numbers.filter { $0 >= 0 })
    }

    private func holdings(_ table: RecordTable) -> [Key<Client>: String] {
        guard let field = table.kind.field(named: "holding"), table.columns.indices.contains(field) else { return [:] }
        let rows = ColumnRows(table, of: self)
        var holdings: [Key<Client>: String] = [:]
        for row in 0..<rows.rowCount { holdings[Key(rows.id(of: row))] = rows.text("holding", row) }
        return holdings
    }

    private var roles: [String: [Key<Client>: [Dated<Key<Person>>]]] {
        let people = records[BuiltInKind.person]
        return teams.members.mapValues { bySubject in
            Dictionary(
                bySubject.map { subject, members in
                    (
                        Key<Client>(subject),
                        members.map { Dated(Key<Person>(people?.id($0.person) ?? "?"), $0.validity) }
                            .sorted { $0.validity.from < $1.validity.from }
                    )
                }, uniquingKeysWith: { first, _ in first })
        }
    }

    private var workplaces: [Key<Person>: [Dated<AccountSource.Workplace>]] {
        let (people, units) = (records[BuiltInKind.person], records[BuiltInKind.unit])
        let positions = records[BuiltInKind.position]
        var workplaces: [Key<Person>: [Dated<AccountSource.Workplace>]] = [:]
        for assignment in organisation.assignments {
            let place = AccountSource.Workplace(
                unit: units?.id(assignment.unit) ?? "?",
                head: assignment.manager.map { Key(people?.id($0) ?? "?") },
                position: positions.map { Key($0.id(assignment.position)) })
            workplaces[Key(people?.id(assignment.person) ?? "?"), default: []].append(
                Dated(place, assignment.validity))
        }
        return workplaces
    }

    // MARK: What the company's own kinds say of clients

    private func trades(_ clients: Set<Int32>) -> [AccountSource.Trade] {
        settings.trades.flatMap { trade -> [AccountSource.Trade] in
            let (kind, table) = (kinds[trade.event], events[trade.event])
            guard case .record(let owners) = table.columns[trade.client],
                case .day(let days) = table.columns[kind.dateField],
                case .decimal(let amounts, let scale) = table.columns[trade.amount]
            else { return [] }
            let names = records[BuiltInKind.client]
            let due = trade.due.flatMap { Self.days(table.columns[$0]) }
            let paid = trade.paid.flatMap { Self.days(table.columns[$0]) }
            return owners.indices.compactMap { row in
                guard clients.contains(owners[row]), days[row] != EventColumn.emptyDay,
                    amounts[row] != EventColumn.emptyNumber,
                    let amount = try? FixedDecimal(minorUnits: amounts[row], places: scale),
                    let signed = trade.isOrder ? amount : try? amount.negated()
                else { return nil }
                return AccountSource.Trade(
                    Key(names?.id(owners[row]) ?? "?"), on: CivilDay(number: days[row]), amount: signed,
                    isOrder: trade.isOrder && amount > .zero, due: due.flatMap { Self.day($0[row]) },
                    paid: paid.flatMap { Self.day($0[row]) })
            }
        }
    }

    private static func days(_ column: EventColumn) -> [Int32]? {
        if case .day(let days) = column { days } else { nil }
    }

    private static func day(_ number: Int32) -> CivilDay? {
        number == EventColumn.emptyDay ? nil : CivilDay(number: number)
    }

    private func claims(_ clients: Set<Int32>) -> [AccountSource.ClientClaim] {
        guard let claim = settings.claim, case .record(let owners) = events[claim.event].columns[claim.client] else {
            return []
        }
        let kind = kinds[claim.event]
        let rows = ColumnRows(claim.event, of: self)
        let names = records[BuiltInKind.client]
        return owners.indices.compactMap { row in
            guard clients.contains(owners[row]), let opened = rows.day(kind.fields[claim.opened].name, row) else {
                return nil
            }
            return AccountSource.ClientClaim(
                Key(names?.id(owners[row]) ?? "?"),
                Claim(
                    Key(rows.id(of: row)), opened: opened,
                    closed: claim.closed.flatMap { rows.day(kind.fields[$0].name, row) },
                    rootCause: claim.cause.flatMap { rows.text(kind.fields[$0].name, row) }),
                at: rows.place(of: row))
        }
    }
}
