extension CompanyModel {
    /// The company as its kept rows give it: a row stands in the file named after its kind, one line for each below the first.
    ///
    /// - Returns: `nil` when a large table comes out of several files, or its rows do not stand so: what rows of it are is then not
    ///   known by their places.
    var asKept: CompanyModel? {
        guard RecordedColumns(targets).stand(in: "targets.csv"), RecordedColumns(entered).stand(in: "entered.csv")
        else {
            return nil
        }
        var model = self
        for (event, kind) in eventKinds.enumerated() where !kind.isDerived {
            let count = events[event].rowCount
            guard events[event].origins.count <= 1 else { return nil }
            model.events[event].origins =
                count == 0
                ? []
                : [
                    EventTable.Origin(
                        file: kind.name + ".csv", firstRow: 0,
                        lines: (0..<Int32(truncatingIfNeeded: count)).map { $0 + 2 })
                ]
        }
        return model
    }
}

extension RecordedColumns {
    /// Whether the values stand in one file of this name, in the lines from the second on.
    fileprivate func stand(in file: String) -> Bool {
        lines.enumerated().allSatisfy { place, line in
            Int(line) == place + 2 && texts[Int(notes[3 * place + 2])] == file
        }
    }
}
