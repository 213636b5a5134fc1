internal import Dispatch
internal import Synchronization

/// Reads the pieces of a table on several threads and joins them in their order.
struct PieceJoiner: Sendable {
    let plan: ColumnPlan
    let format: TableFormat
    let file: SourceFile
    let faultLimit: Int
    let division: Division
    let pieces: Pieces

    /// What is done with the rows of a piece when its place is known; on the thread that has read it.
    typealias Taking = @Sendable (PieceReader, JointTable.Place, [Translation]) -> Void

    /// Reads all pieces.
    ///
    /// - Parameter goesOn: Whether there is room for one more piece; asked in the order of the pieces.
    func read(
        _ begun: JointTable, threads: Int, goesOn: @Sendable (JointTable) -> Bool = { _ in true }, take: Taking
    ) -> JointTable {
        let joint = Mutex(begun)
        let next = Atomic(0)
        let threads = max(1, min(threads, pieces.count))
        // The turn goes round: no more pieces than threads are being read at once.
        let turns = (0..<threads).map { _ in DispatchSemaphore(value: 0) }
        turns[0].signal()
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            var worker = Worker(self, isAlone: threads == 1)
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                if number >= pieces.count { return }
                worker.load(number)
                turns[number % threads].wait()
                let (place, isOver) = joint.withLock { joint in
                    (joint.isOver || !goesOn(joint) ? nil : worker.join(&joint), joint.isOver)
                }
                turns[(number + 1) % threads].signal()
                if isOver { return }
                if let place { take(worker.reader, place, worker.translations) }
            }
        }
        return joint.withLock { $0 }
    }
}

/// One thread's part of the work.
private struct Worker {
    let reader: PieceReader
    var translations: [Translation]
    private let pieces: Pieces
    private let encoding: TableFormat.Encoding
    /// Whether it reads all pieces, so that it always knows where the one before has ended.
    private let isAlone: Bool
    private var piece: Range<Int>?
    private var finding = SourceCheck.Finding()
    private var failure: ByteSourceFailure?

    init(_ joiner: PieceJoiner, isAlone: Bool) {
        reader = PieceReader(
            joiner.plan, joiner.format, SourceWindow(joiner.file.content, joiner.format.encoding),
            faultLimit: joiner.faultLimit, readsClosely: joiner.division.readsClosely)
        translations = [Translation](repeating: Translation(), count: joiner.plan.present.count)
        pieces = joiner.pieces
        encoding = joiner.format.encoding
        self.isAlone = isAlone
    }

    /// Loads a piece and reads what are probably its rows.
    mutating func load(_ number: Int) {
        do {
            piece = try pieces.load(number, in: reader.window)
            guard let piece else { return }
            finding = SourceCheck.finding(in: reader.window.bytes(piece), at: piece.lowerBound, encoding)
            if !isAlone { try reader.read(piece) }
        } catch {
            failure = error
        }
    }

    /// Joins the piece with those before it; `nil` when no row begins in it.
    mutating func join(_ joint: inout JointTable) -> JointTable.Place? {
        if let failure {
            joint.failure = failure
            return nil
        }
        guard let piece else { return nil }
        joint.take(finding, reader.window.bytes(piece), at: piece.lowerBound)
        if joint.end >= piece.upperBound { return nil }
        do {
            if isAlone {
                try reader.read(joint.end..<piece.upperBound)
            } else if joint.end != piece.lowerBound {
                // The line at which this piece was cut lies inside a quotation, so it begins in the middle of a row.
                try reader.readAgain(joint.end..<piece.upperBound)
            }
        } catch {
            joint.failure = error
            return nil
        }
        return joint.take(reader, &translations, isAlone: isAlone)
    }
}
