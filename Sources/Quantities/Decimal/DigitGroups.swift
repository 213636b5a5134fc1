extension StringProtocol {
    /// Decimal digits with a separator between thousands: `1234567` by `" "` is `1 234 567`.
    public func inThousands(by separator: String) -> String {
        guard !separator.isEmpty else { return String(self) }
        var text = ""
        for (index, digit) in enumerated() {
            if index > 0, (count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }
}
