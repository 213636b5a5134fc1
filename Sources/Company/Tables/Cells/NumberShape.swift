/// The parts of a written number: sign, digits, decimal places, percent sign.
struct NumberShape {
    private let mark: UInt8
    private var isNegative = false
    private var digits: [UInt8] = []
    private var places = 0
    private var isHundredths = false

    /// Makes a shape to be filled by ``read(_:_:_:isPercent:)``.
    init(mark: UInt8) {
        self.mark = mark
    }

    /// Takes a number apart: `-1234.5`, `+7`, `−3`, `.5`, `1 234 567.89`, and `4.5 %` where percent are allowed.
    ///
    /// - Returns: false when the text is no number.
    mutating func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, isPercent: Bool) -> Bool {
        var end = end
        if isPercent, end > start, bytes[end - 1] == UInt8(ascii: "%") {
            isHundredths = true
            end = Blanks.trimmedEnd(bytes, start, end - 1)
        }
        var position = readSign(bytes, start, end)
        guard readWhole(bytes, &position, end) else { return false }
        if position < end, bytes[position] == mark {
            position += 1
            let before = digits.count
            readDigits(bytes, &position, end)
            places = digits.count - before
            if places == 0 { return false }
        }
        return position == end && !digits.isEmpty
    }

    private mutating func readSign(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard start < end else { return start }
        if bytes[start] == UInt8(ascii: "+") { return start + 1 }
        if bytes[start] == UInt8(ascii: "-") {
            isNegative = true
            return start + 1
        }
        // The minus sign of typography, U+2212.
        if start + 2 < end, bytes[start] == 0xE2, bytes[start + 1] == 0x88, bytes[start + 2] == 0x92 {
            isNegative = true
            return start + 3
        }
        return start
    }

    /// Takes the digits before the decimal mark, plain or in groups of three.
    private mutating func readWhole(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) -> Bool {
        readDigits(bytes, &position, end)
        let first = digits.count
        while position < end {
            let blank = Blanks.length(bytes, at: position, end)
            if blank == 0 { break }
            position += blank
            let before = digits.count
            readDigits(bytes, &position, end)
            guard first >= 1, first <= 3, digits.count - before == 3 else { return false }
        }
        return true
    }

    private mutating func readDigits(_ bytes: Span<UInt8>, _ position: inout Int, _ end: Int) {
        while position < end, bytes[position] &- 48 <= 9 {
            digits.append(bytes[position] &- 48)
            position += 1
        }
    }

    /// The number, unless it is too large or too precise to be kept.
    func value() -> DecimalCell.Reading {
        var kept = digits[...]
        var places = places + (isHundredths ? 2 : 0)
        // Zeros at the end of the decimal places say nothing.
        while places > 0, kept.count > 1, kept.last == 0, places > DecimalColumn.maximumScale || kept.count > 18 {
            kept.removeLast()
            places -= 1
        }
        if kept.allSatisfy({ $0 == 0 }) { return DecimalCell.Reading(0, places: 0) }
        guard places <= DecimalColumn.maximumScale else { return DecimalCell.Reading(.tooPrecise) }
        var result: Int64 = 0
        for digit in kept {
            let (product, overflow) = result.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int64(digit))
            if overflow || carry { return DecimalCell.Reading(.tooLarge) }
            result = sum
        }
        return DecimalCell.Reading(isNegative ? -result : result, places: places)
    }
}
