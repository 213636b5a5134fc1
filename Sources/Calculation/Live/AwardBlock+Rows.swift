internal import Formulas
internal import Messages
internal import Quantities

extension AwardBlock {
    /// Puts a row of another block in place of a row; says whether it is different.
    mutating func put(_ other: AwardBlock, _ row: Int, at place: Int) -> Bool {
        if let single = other.singles[row] { return put(single, at: place) }
        return put((other.amounts[row], other.remarks[row]), at: place)
    }

    /// Puts an award of which nothing more is said in place of a row; says whether it is different.
    mutating func put(_ award: (amount: Int64, remark: PlainRemark), at place: Int) -> Bool {
        let wasSingle = !singles.isEmpty && singles.removeValue(forKey: place) != nil
        guard wasSingle || amounts[place] != award.amount || remarks[place] != award.remark else { return false }
        amounts[place] = award.amount
        remarks[place] = award.remark
        return true
    }

    mutating func put(_ single: SingleAward, at place: Int) -> Bool {
        guard singles[place] != single else { return false }
        singles[place] = single
        remarks[place] = .none
        return true
    }

    /// The rows in another order; blank ones where there was none.
    func inOrder(_ order: [Int?], blank: PlainRemark) -> AwardBlock {
        var other = AwardBlock(count: order.count)
        for (row, old) in order.enumerated() {
            guard let old else {
                other.remarks[row] = blank
                continue
            }
            other.amounts[row] = amounts[old]
            other.remarks[row] = remarks[old]
            if !singles.isEmpty, let single = singles[old] { other.singles[row] = single }
        }
        return other
    }
}
