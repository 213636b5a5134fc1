public import Messages
internal import Storage

extension HistoryEntry.Deed {
    /// What was done, as people read it.
    public var title: LocalizedText {
        switch self {
        case .imported(let source, let counts): Self.title(source, counts)
        case .calculated(let newText):
            newText
                ? LocalizedText(en: "calculated, by new rules", ru: "расчёт по новым правилам")
                : LocalizedText(en: "calculated", ru: "расчёт")
        case .reviewed: LocalizedText(en: "moved to review", ru: "передано на проверку")
        case .approved(let count):
            count > 1
                ? LocalizedText(en: "approved and posted", ru: "утверждено и проведено")
                : LocalizedText(en: "approved, first of two", ru: "утверждено, первое из двух")
        case .paid: LocalizedText(en: "paid", ru: "выплачено")
        case .closed: LocalizedText(en: "closed", ru: "закрыто")
        case .reopened: LocalizedText(en: "opened again", ru: "открыто снова")
        case .adjusted(let number):
            LocalizedText(en: "adjustment \(number) entered", ru: "введена корректировка \(number)")
        case .decided(let number, .approved):
            LocalizedText(en: "adjustment \(number) approved", ru: "утверждена корректировка \(number)")
        case .decided(let number, .rejected):
            LocalizedText(en: "adjustment \(number) rejected", ru: "отклонена корректировка \(number)")
        case .withdrawn(let number):
            LocalizedText(
                en: "withdrawal of adjustment \(number) proposed", ru: "предложен отзыв корректировки \(number)")
        case .withdrawalDecided(let number, .approved):
            LocalizedText(en: "adjustment \(number) withdrawn", ru: "корректировка \(number) отозвана")
        case .withdrawalDecided(let number, .rejected):
            LocalizedText(
                en: "withdrawal of adjustment \(number) rejected", ru: "отзыв корректировки \(number) отклонён")
        case .restored: LocalizedText(en: "restored from a backup", ru: "восстановлено из копии")
        case .disputed(let number): LocalizedText(en: "dispute \(number) opened", ru: "возражение \(number)")
        case .answered(let number):
            LocalizedText(en: "dispute \(number) answered", ru: "ответ на возражение \(number)")
        case .other("step", let detail): StepDeed.title(detail) ?? LocalizedText("step \(detail)")
        case .other(let action, let detail): LocalizedText("\(action) \(detail)")
        }
    }

    /// `import of crm: sale +6 ~1 −2`: new, changed and cancelled rows.
    private static func title(_ source: String, _ counts: [String: ImportReport.Counts]) -> LocalizedText {
        let kinds = counts.sorted { $0.key < $1.key }.map { kind, counts in
            [("+", counts.accepted), ("~", counts.changed), ("−", counts.cancelled)].filter { $0.1 > 0 }
                .reduce(into: kind) { $0 += " \($1.0)\($1.1)" }
        }.joined(separator: ", ")
        let from = source.isEmpty ? LocalizedText("") : LocalizedText(en: " of \(source)", ru: " из \(source)")
        return LocalizedText(en: "import\(from.en): \(kinds)", ru: "загрузка\(from.ru): \(kinds)")
    }
}
