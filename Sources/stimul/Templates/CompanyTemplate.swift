internal import Messages
import Quantities

/// A whole small company of one trade, in any currency and in both languages: `stimul new` makes it.
///
/// Its texts hold what depends on the answers:
///
///     ‹Anna Orlova|Анна Орлова›   in English, in Russian
///     CUR                         the code of the currency
///     {{1500}}                    an amount as a person writes it: 1 500, or 150 000 where money is smaller
///     {{383.00}}                  the same with the currency's decimals
///     <<1500>>                    the same in a table: 1500
///     PAID                        how often pay is settled
struct CompanyTemplate {
    /// What the plans pay for first of all.
    enum Goal: String, CaseIterable {
        case deals, relationships
    }

    /// Its name on the command line.
    let name: String
    /// What it is called.
    let title: LocalizedText
    /// What is special about its plans.
    let about: LocalizedText
    /// What the plans pay for.
    let goal: Goal
    /// Somebody to explain the pay of.
    let person: String
    /// A period in which something is paid.
    let period: String
    /// Its YAML, without what all have.
    let rules: String
    /// Its tables by name.
    let tables: [(name: String, text: String)]

    /// The table of people, some of those who work in these companies.
    static func people(_ ids: String...) -> (name: String, text: String) {
        let rows = ids.compactMap { id in names[id].map { "\(id),\($0)\n" } }
        return ("people.csv", "id,name\n" + rows.joined())
    }

    /// The names by id, in both languages.
    private static let names = [
        "anna": "‹Anna Orlova|Анна Орлова›", "boris": "‹Boris Kotov|Борис Котов›",
        "clara": "‹Clara Belova|Клара Белова›", "dina": "‹Dina Yuryeva|Дина Юрьева›",
        "egor": "‹Egor Melnik|Егор Мельник›", "gleb": "‹Gleb Frolov|Глеб Фролов›",
        "vera": "‹Vera Lisina|Вера Лисина›", "zoya": "‹Zoya Maltseva|Зоя Мальцева›",
    ]

    /// All there are.
    static let all = [distributor, saas, keyAccounts, retail, agency]

    /// The files of the company.
    func files(_ choice: TemplateChoice) -> [(path: String, text: String)] {
        let all = [("company.yaml", Self.head + rules)] + tables + [(".gitignore", StarterCompany.ignored)]
        return all.map { (path: $0.0, text: choice.filled($0.1, name: title)) }
    }

    /// What every company begins with.
    private static let head = """
        # ‹A company is this folder: YAML says what is measured and paid, tables say who, when and how much.|Компания — это папка: YAML говорит, что измеряется и за что платят, таблицы — кто, когда и сколько.›
        company:
          name: NAME
          currency: CUR
          ledger: {period: PAID}


        """
}

/// The answers that fill a template.
struct TemplateChoice {
    /// The language of comments and names.
    let language: Language
    /// The currency.
    let currency: Currency
    /// How often pay is settled.
    let paid: PaidPeriod

    /// By how much amounts are larger than in dollars, so that they look like those of the country.
    private static let scales = [
        "RUB": 100, "KZT": 500, "BYN": 3, "UZS": 12_000, "AMD": 400, "KGS": 90, "INR": 80, "CNY": 7, "TRY": 40,
        "PLN": 4, "JPY": 150,
    ]

    private var scale: Int { Self.scales[currency.code] ?? 1 }

    /// A text of a template with everything filled in.
    func filled(_ text: String, name: LocalizedText) -> String {
        var result = replaced(text, "‹", "›") { inner in
            let parts = inner.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
            return String(language == .ru ? parts.last ?? "" : parts.first ?? "")
        }
        result = replaced(result, "{{", "}}") { amount($0, isGrouped: true) }
        result = replaced(result, "<<", ">>") { amount($0, isGrouped: false) }
        return result.replacing("CUR", with: currency.code).replacing("PAID", with: paid.rawValue)
            .replacing("NAME", with: "{en: \(name.en), ru: \(name.ru)}")
    }

    private func replaced(_ text: String, _ open: String, _ close: String, _ fill: (String) -> String) -> String {
        let parts = text.components(open)
        return parts.dropFirst().reduce(parts[0]) { result, part in
            let inner = part.components(close)
            return result + fill(inner[0]) + inner.dropFirst().joined(separator: close)
        }
    }

    private func amount(_ text: String, isGrouped: Bool) -> String {
        let parts = text.split(separator: ".")
        let digits = String((Int(parts.first ?? "") ?? 0) * scale)
        let zeros = String(repeating: "0", count: currency.minorDigits)
        let decimals = parts.count > 1 && !zeros.isEmpty ? "." + zeros : ""
        guard isGrouped else { return digits + decimals }
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += " " }
            grouped.append(digit)
        }
        return grouped + decimals
    }
}

/// How often pay is settled.
enum PaidPeriod: String, CaseIterable {
    case month, quarter
}

extension String {
    /// The pieces between a mark.
    fileprivate func components(_ mark: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: mark) {
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
    }
}
