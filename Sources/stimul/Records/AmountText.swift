import Quantities

/// Sums of minor units as texts; wide, because a sum over everybody may be.
struct AmountText {
    let currency: Currency

    /// `104 500.00 RUB`
    func readable(_ minorUnits: Int128) -> String {
        "\(sign(minorUnits, plus: ""))\(digits(minorUnits, group: " ")) \(currency.code)"
    }

    /// `+104 500.00 RUB`: a change.
    func change(_ minorUnits: Int128) -> String {
        "\(sign(minorUnits, plus: "+"))\(digits(minorUnits, group: " ")) \(currency.code)"
    }

    /// `104500.00`, for other programs.
    func plain(_ minorUnits: Int128) -> String { sign(minorUnits, plus: "") + digits(minorUnits, group: "") }

    private func sign(_ minorUnits: Int128, plus: String) -> String {
        minorUnits < 0 ? "-" : minorUnits > 0 ? plus : ""
    }

    private func digits(_ minorUnits: Int128, group: String) -> String {
        let places = currency.minorDigits
        let all = String(minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - all.count)) + all
        let whole = padded.dropLast(places)
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += group }
            grouped.append(digit)
        }
        return grouped + (places > 0 ? "." + padded.suffix(places) : "")
    }
}
