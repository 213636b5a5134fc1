extension CompanyModel {
    /// An event as it stands in its table.
    public func version(of event: Int, row: Int) -> EventVersion {
        let values = events[event].columns.map { $0.number(at: row) }
        for (number, kind) in splitKinds.enumerated() where kind.event == event {
            let shares = splits[number].range(of: row).map {
                EventVersion.Share(person: splits[number].persons[$0], share: splits[number].shares[$0])
            }
            if !shares.isEmpty { return EventVersion(values: values, shares: shares) }
        }
        return EventVersion(values: values)
    }

    /// The company with some events changed, cancelled or added.
    ///
    /// A cancelled event leaves its table, so the rows behind it move up; one that is added comes last. Shares are those of
    /// the first table of shares of the kind.
    public func changed(by changes: [EventChange]) -> CompanyModel {
        var model = self
        for event in eventKinds.indices {
            let own = changes.filter { $0.event == event }.sorted { $0.row < $1.row }
            if !own.isEmpty { model.change(event, own) }
        }
        return model
    }

    private mutating func change(_ event: Int, _ changes: [EventChange]) {
        let split = splitKinds.firstIndex { $0.event == event }
        let count = events[event].rowCount
        var shares = split.map { splits[$0].ofRows(count) } ?? []
        var cancelled: Set<Int> = []
        var added: [EventVersion] = []
        for change in changes {
            guard let version = change.version else {
                cancelled.insert(change.row)
                continue
            }
            let parts = version.shares.map { (person: $0.person, share: $0.share) }
            if change.row < count {
                for column in version.values.indices {
                    events[event].columns[column].put(version.values[column], at: change.row)
                }
                if split != nil { shares[change.row] = parts }
            } else {
                added.append(version)
                if split != nil { shares.append(parts) }
            }
        }
        for version in added {
            for column in version.values.indices {
                events[event].columns[column].append(
                    version.values[column], eventKinds[event].fields[column].type)
            }
        }
        let kept = (0..<count + added.count).filter { !cancelled.contains($0) }
        if !cancelled.isEmpty {
            for column in events[event].columns.indices { events[event].columns[column].keep(kept) }
            if split != nil { shares = kept.map { shares[$0] } }
        }
        events[event].rowCount = kept.count
        if let split { splits[split] = SplitTable(shares) }
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

    fileprivate mutating func put(_ number: Int64, at row: Int) {
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

    /// Adds a cell.
    fileprivate mutating func append(_ number: Int64, _ type: FieldType) {
        pad(by: 1, type)
        put(number, at: count - 1)
    }

    /// Leaves only some rows.
    fileprivate mutating func keep(_ rows: [Int]) {
        switch self {
        case .day(let days): self = .day(rows.map { days[$0] })
        case .decimal(let numbers, let scale): self = .decimal(rows.map { numbers[$0] }, scale: scale)
        case .text(let codes, let dictionary): self = .text(rows.map { codes[$0] }, dictionary: dictionary)
        case .record(let codes): self = .record(rows.map { codes[$0] })
        case .flag(let flags): self = .flag(rows.map { flags[$0] })
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
