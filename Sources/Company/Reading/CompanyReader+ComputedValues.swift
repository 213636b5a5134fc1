internal import Formulas

/// Names for formulas over the fields of an event: `{signed: if sale.type = "R" then -sale.amount else sale.amount}`.
extension CompanyReader {
    /// Makes the names of the event kind that is being read known, so that none is taken for a misspelt field.
    func announceComputedValues(_ entry: Entry, _ columns: [Field]) {
        guard let pairs = entry.pairs else {
            findings.expected(LocalizedText(en: "names with their formulas", ru: "имена с формулами"), at: entry)
            return
        }
        let event = names.eventKinds.count
        var values: [String: ComputedValue] = [:]
        for (key, _) in pairs {
            guard let name = findings.text(key) else { continue }
            checkName(name, key)
            guard name != "id", !columns.contains(where: { $0.name == name }) else {
                findings.report(
                    "duplicate-name", at: key.place,
                    LocalizedText(
                        en: "'\(name)' is a field of the event already", ru: "поле «\(name)» у события уже есть"),
                    remedy: LocalizedText(en: "rename one of them", ru: "переименуйте одно из них"))
                continue
            }
            values[name] = .notYet
        }
        names.computed[event] = values
        computedValues.append((event, entry))
    }

    /// Checks the formulas in their order; each is known to those below it.
    func readComputedValues() {
        for (event, entry) in computedValues {
            for (key, value) in entry.pairs ?? [] {
                guard let name = key.text, names.computed[event]?[name] != nil else { continue }
                guard let text = findings.text(value) else {
                    names.computed[event]?[name] = .faulty
                    continue
                }
                var (formula, faults) = Checker.check(text, in: FieldScope(names, event: event, use: .value))
                if let found = formula, found.isTooLarge {
                    faults.append(.computedTooLarge(found.span))
                    formula = nil
                }
                findings.add(faults, in: value)
                // A formula on a faulty name has no type, and is at fault with it.
                if formula?.type == .unknown { formula = nil }
                names.computed[event]?[name] = formula.map { .formula($0) } ?? .faulty
            }
        }
    }
}
