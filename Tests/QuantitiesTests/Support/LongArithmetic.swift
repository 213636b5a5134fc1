/// Arithmetic as it is done on paper, digit by digit: slow, and sharing nothing with the code under test.
///
/// A number is its decimal digits, the lowest first, with no zeros at the high end; zero has no digits.
struct LongNumber: Comparable {
    private(set) var digits: [Int]

    init(digits: [Int]) {
        self.digits = digits
        while self.digits.last == 0 { self.digits.removeLast() }
    }

    init(_ number: some BinaryInteger) {
        self.init(digits: String(number.magnitude).reversed().compactMap(\.wholeNumberValue))
    }

    var isZero: Bool { digits.isEmpty }
    var isOdd: Bool { (digits.first ?? 0) % 2 == 1 }

    static func < (left: LongNumber, right: LongNumber) -> Bool {
        if left.digits.count != right.digits.count { return left.digits.count < right.digits.count }
        return left.digits.reversed().lexicographicallyPrecedes(right.digits.reversed())
    }

    static func + (left: LongNumber, right: LongNumber) -> LongNumber {
        var sum: [Int] = []
        var carry = 0
        for place in 0...max(left.digits.count, right.digits.count) {
            carry += left.digit(at: place) + right.digit(at: place)
            sum.append(carry % 10)
            carry /= 10
        }
        return LongNumber(digits: sum)
    }

    /// The difference; `right` is not above `left`.
    static func - (left: LongNumber, right: LongNumber) -> LongNumber {
        var difference: [Int] = []
        var borrow = 0
        for place in left.digits.indices {
            let digit = left.digits[place] - right.digit(at: place) - borrow
            borrow = digit < 0 ? 1 : 0
            difference.append(digit + 10 * borrow)
        }
        return LongNumber(digits: difference)
    }

    static func * (left: LongNumber, right: LongNumber) -> LongNumber {
        var product = [Int](repeating: 0, count: left.digits.count + right.digits.count + 1)
        for (place, digit) in left.digits.enumerated() {
            for (other, factor) in right.digits.enumerated() { product[place + other] += digit * factor }
        }
        for place in product.indices.dropLast() {
            product[place + 1] += product[place] / 10
            product[place] %= 10
        }
        return LongNumber(digits: product)
    }

    /// Long division: bring down a digit, count how often the divisor goes in.
    func divided(by divisor: LongNumber) -> (quotient: LongNumber, remainder: LongNumber) {
        var quotient: [Int] = []
        var rest = LongNumber(digits: [])
        for digit in digits.reversed() {
            rest = LongNumber(digits: [digit] + rest.digits)
            var count = 0
            while rest >= divisor {
                rest = rest - divisor
                count += 1
            }
            quotient.append(count)
        }
        return (LongNumber(digits: quotient.reversed()), rest)
    }

    private func digit(at place: Int) -> Int {
        place < digits.count ? digits[place] : 0
    }
}
