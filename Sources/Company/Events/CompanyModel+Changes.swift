extension CompanyModel {
    /// An event as it stands in its table.
    public func version(of event: Int, row: Int) -> EventVersion {
        let values = events[event].columns.map { $0.number(at: row) }
        guard let split = ownSplits(of: event).first else { return EventVersion(values: values) }
        return EventVersion(values: values, shares: shares(split, row: row))
    }

    /// The shares of an event as they stand in a table of shares; empty when it is not split.
    public func shares(_ split: Int, row: Int) -> [EventVersion.Share] {
        guard row < splits[split].rowCount ?? 0 else { return [] }
        return splits[split].range(of: row).map {
            EventVersion.Share(person: splits[split].persons[$0], share: splits[split].shares[$0])
        }
    }

    /// The numbers of the tables of shares that a kind has of its own, not through events that it names.
    public func ownSplits(of event: Int) -> [Int] {
        splitKinds.indices.filter { splitKinds[$0].event == event && splitKinds[$0].inherited == nil }
    }

    /// The company with some events changed, cancelled or added.
    ///
    /// A cancelled event leaves its table, so the rows behind it move up; one that is added comes last. Shares are those of
    /// the first table of shares of the kind. What other events take from those they name follows; what names a cancelled
    /// event names none.
    public func changed(by changes: [EventChange]) -> CompanyModel {
        var model = self
        var cancelled = eventKinds.map { _ in Set<Int>() }
        for event in eventKinds.indices {
            let own = changes.filter { $0.event == event }
            if !own.isEmpty { cancelled[event] = model.put(event, own) }
        }
        // Rows still have the numbers by which they are named.
        model.gatherAnew(Set(changes.map(\.event)), cancelled)
        for event in eventKinds.indices where !cancelled[event].isEmpty { model.remove(cancelled[event], event) }
        return model
    }

    /// Puts versions in their rows; gives the rows of cancelled events, which are still there.
    private mutating func put(_ event: Int, _ changes: [EventChange]) -> Set<Int> {
        let count = events[event].rowCount
        let total = max(count, changes.reduce(0) { max($0, $1.row + 1) })
        for (column, field) in eventKinds[event].fields.enumerated() {
            events[event].columns[column].pad(by: total - count, field.type)
        }
        events[event].rowCount = total
        events[event].forget(changes, eventKinds[event])
        let own = ownSplits(of: event)
        var shares = own.map { splits[$0].ofRows(count) + Array(repeating: [], count: total - count) }
        var cancelled = Set(count..<total)
        for change in changes {
            guard let version = change.version else {
                cancelled.insert(change.row)
                continue
            }
            cancelled.remove(change.row)
            for column in version.values.indices {
                events[event].columns[column].put(version.values[column], at: change.row)
            }
            if !own.isEmpty { shares[0][change.row] = version.shares.map { (person: $0.person, share: $0.share) } }
        }
        for (split, shares) in zip(own, shares) { splits[split] = SplitTable(shares) }
        return cancelled
    }

    /// Takes cancelled events out of their table, and gives those that name others of it their new rows.
    private mutating func remove(_ cancelled: Set<Int>, _ event: Int) {
        let count = events[event].rowCount
        let kept = (0..<count).filter { !cancelled.contains($0) }
        for column in events[event].columns.indices {
            events[event].columns[column] = events[event].columns[column].kept(kept)
        }
        events[event].keepNames(kept)
        for split in splitKinds.indices where splitKinds[split].event == event {
            let shares = splits[split].ofRows(count)
            splits[split] = SplitTable(kept.map { shares[$0] })
        }
        events[event].rowCount = kept.count
        var places = [Int32](repeating: EventColumn.emptyCode, count: count)
        for (place, row) in kept.enumerated() { places[row] = Int32(truncatingIfNeeded: place) }
        for reference in eventReferences where reference.named == event {
            events[reference.event].columns[reference.field].renumber { $0 < 0 ? $0 : places[Int($0)] }
        }
    }
}

extension EventColumn {
    /// A cell as a number of 64 bits; ``EventVersion/none`` when it is empty.
    func number(at row: Int) -> Int64 {
        switch self {
        case .day(let days): days[row] == Self.emptyDay ? EventVersion.none : Int64(days[row])
        case .decimal(let numbers, _): numbers[row]
        case .text(let codes, _), .record(let codes): codes[row] < 0 ? EventVersion.none : Int64(codes[row])
        case .flag(let flags): flags[row] < 0 ? EventVersion.none : Int64(flags[row])
        }
    }

    /// Puts a number in a row, as ``number(at:)`` gives it.
    mutating func put(_ number: Int64, at row: Int) {
        let isEmpty = number == EventVersion.none
        switch self {
        case .day(var days):
            self = .day([])
            days[row] = isEmpty ? Self.emptyDay : Int32(truncatingIfNeeded: number)
            self = .day(days)
        case .decimal(var numbers, let scale):
            self = .decimal([], scale: scale)
            numbers[row] = number
            self = .decimal(numbers, scale: scale)
        case .text(var codes, let dictionary):
            self = .text([], dictionary: [])
            codes[row] = isEmpty ? Self.emptyCode : Int32(truncatingIfNeeded: number)
            self = .text(codes, dictionary: dictionary)
        case .record(var codes):
            self = .record([])
            codes[row] = isEmpty ? Self.emptyCode : Int32(truncatingIfNeeded: number)
            self = .record(codes)
        case .flag(var flags):
            self = .flag([])
            flags[row] = isEmpty ? Self.emptyFlag : Int8(truncatingIfNeeded: number)
            self = .flag(flags)
        }
    }

    /// The column with only some rows.
    func kept(_ rows: [some BinaryInteger]) -> EventColumn {
        switch self {
        case .day(let days): .day(rows.map { days[Int($0)] })
        case .decimal(let numbers, let scale): .decimal(rows.map { numbers[Int($0)] }, scale: scale)
        case .text(let codes, let dictionary): .text(rows.map { codes[Int($0)] }, dictionary: dictionary)
        case .record(let codes): .record(rows.map { codes[Int($0)] })
        case .flag(let flags): .flag(rows.map { flags[Int($0)] })
        }
    }
}

extension SplitTable {
    /// The persons and shares of each row.
    fileprivate func ofRows(_ count: Int) -> [[(person: Int32, share: Int64)]] {
        (0..<count).map { row in range(of: row).map { (persons[$0], shares[$0]) } }
    }

    fileprivate init(_ rows: [[(person: Int32, share: Int64)]]) {
        self.init()
        guard rows.contains(where: { !$0.isEmpty }) else { return }
        offsets = [0]
        for row in rows {
            for part in row {
                persons.append(part.person)
                shares.append(part.share)
            }
            offsets.append(Int32(truncatingIfNeeded: persons.count))
        }
    }
}
