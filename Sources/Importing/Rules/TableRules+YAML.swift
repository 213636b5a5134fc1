extension TableRules {
    /// The entry as one line of YAML, to be pasted below `tables:`.
    ///
    ///     sale.csv: {reads: sale, delimiter: ";", header: 3, time: drop, columns: {date: "Дата", amount: "Сумма, руб."}}
    public func yaml(for file: String) -> String {
        "\(YAMLText.scalar(file)): {\((form + content).joined(separator: ", "))}"
    }

    /// The entry in lines of YAML, each key in a line of its own, as it stands below `tables:` in a file.
    public func yamlLines(for file: String) -> [String] {
        let parts = form + content
        return parts.isEmpty
            ? ["\(YAMLText.scalar(file)): {}"] : ["\(YAMLText.scalar(file)):"] + parts.map { "  " + $0 }
    }

    /// How the file is written.
    private var form: [String] {
        var parts: [String] = []
        if let reads { parts.append("reads: \(YAMLText.scalar(reads))") }
        if let sheet { parts.append("sheet: \(YAMLText.scalar(sheet))") }
        if let encoding, encoding != .utf8 { parts.append("encoding: \(encoding.rawValue)") }
        if let delimiter, delimiter != UInt8(ascii: ",") {
            parts.append("delimiter: \(delimiter == 0x09 ? "tab" : YAMLText.quoted(String(UnicodeScalar(delimiter))))")
        }
        switch header {
        case .first: break
        case .none: parts.append("header: none")
        case .rows(let rows):
            parts.append(
                rows.count == 1 ? "header: \(rows.lowerBound)" : "header: [\(rows.lowerBound), \(rows.upperBound)]")
        }
        parts += scoped("decimal", decimal, decimals) { YAMLText.quoted($0.rawValue) }
        parts += scoped("dates", dates, datesByField) { rule in
            switch rule {
            case .order(let order): order.rawValue
            case .serial: "serial"
            }
        }
        if dropsTime { parts.append("time: drop") }
        if let zone { parts.append("zone: \(YAMLText.quoted(Self.zoneText(zone)))") }
        if let year { parts.append("year: \(year)") }
        if !empty.isEmpty { parts.append("empty: [\(empty.map(YAMLText.scalar).joined(separator: ", "))]") }
        if dropsTotals { parts.append("totals: drop") }
        if dropsNotes { parts.append("notes: drop") }
        if !skip.isEmpty {
            parts.append("skip: " + Self.mapping(skip) { "[\($0.map(YAMLText.scalar).joined(separator: ", "))]" })
        }
        if !fill.isEmpty { parts.append("fill: " + Self.mapping(fill, \.rawValue)) }
        return parts
    }

    /// What its columns mean.
    private var content: [String] {
        var parts: [String] = []
        switch id {
        case .row?: parts.append("id: row")
        case .fields(let fields)?: parts.append("id: [\(fields.map(YAMLText.scalar).joined(separator: ", "))]")
        case nil: break
        }
        if !columns.isEmpty {
            parts.append(
                "columns: "
                    + Self.mapping(columns) { column in
                        switch column {
                        case .named(let name): YAMLText.scalar(name)
                        case .number(let number): "\(number)"
                        }
                    })
        }
        if !constants.isEmpty { parts.append("constants: " + Self.mapping(constants, YAMLText.scalar)) }
        if let wide { parts.append("wide: \(Self.text(wide))") }
        if let owners {
            parts.append(
                "owners: {column: \(YAMLText.scalar(owners.field)), separator: \(YAMLText.quoted(owners.separator)), share: equal}"
            )
        }
        if !names.isEmpty { parts.append("names: [\(names.map(YAMLText.scalar).joined(separator: ", "))]") }
        if let fingerprint { parts.append("fingerprint: \(YAMLText.quoted(fingerprint.description))") }
        return parts
    }

    private static func text(_ wide: Wide) -> String {
        let columns = wide.columns.map { "[\($0.map(YAMLText.scalar).joined(separator: ", "))]" } ?? "periods"
        let values =
            wide.values.count == 1 && wide.values.keys.first == ""
            ? wide.values.values.map(YAMLText.scalar).joined() : mapping(wide.values, YAMLText.scalar)
        return "{columns: \(columns), key: \(YAMLText.scalar(wide.key)), value: \(values)}"
    }

    /// One value for all columns, or one for each field; a field's own beside one for all stands under its name.
    private func scoped<Value>(
        _ key: String, _ all: Value?, _ byField: [String: Value], _ text: (Value) -> String
    ) -> [String] {
        guard !byField.isEmpty else { return all.map { ["\(key): \(text($0))"] } ?? [] }
        let rest = all.map { ["all: \(text($0))"] } ?? []
        let own = byField.sorted { $0.key < $1.key }.map { "\(YAMLText.scalar($0.key)): \(text($0.value))" }
        return ["\(key): {\((rest + own).joined(separator: ", "))}"]
    }

    private static func mapping<Value>(_ values: [String: Value], _ text: (Value) -> String) -> String {
        "{"
            + values.sorted { $0.key < $1.key }.map { "\(YAMLText.scalar($0.key)): \(text($0.value))" }
            .joined(separator: ", ") + "}"
    }

    private static func zoneText(_ minutes: Int) -> String {
        let all = minutes.magnitude
        let rest = all % 60
        return "\(minutes < 0 ? "-" : "+")\(all / 60 < 10 ? "0" : "")\(all / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}
