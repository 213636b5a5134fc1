internal import CXlsxWriter
internal import Foundation
internal import Messages
internal import Periods

/// A workbook that the library is putting together; the file comes to be when it is closed.
final class Workbook {
    private let target: TargetFile
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let styles: WorkbookStyles
    private let language: Language
    /// The first thing the library refused.
    private var refusal = LXW_NO_ERROR
    private var isClosed = false

    /// - Parameter created: When what it says came to be, as ISO 8601 in UTC; now when `nil`.
    init(writingTo target: TargetFile, _ language: Language, created: String? = nil) throws(SheetFailure) {
        // The library's own temporary files lie where there must be room for the workbook anyway.
        let made = target.folder.withCString { folder in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(target.draft, &options)
        }
        guard let made else { throw .outOfMemory(target.path) }
        self.target = target
        self.language = language
        workbook = made
        styles = WorkbookStyles(made, language)
        if let seconds = created.flatMap(Self.seconds) {
            var properties = lxw_doc_properties()
            properties.created = seconds
            workbook_set_properties(workbook, &properties)
        }
    }

    /// The seconds since 1970 of `2026-02-03T09:30:00Z`; `nil` of anything else.
    private static func seconds(_ instant: String) -> time_t? {
        let parts = instant.split(separator: "T")
        guard parts.count == 2, let day = CivilDay(parsing: parts[0]) else { return nil }
        let time = parts[1].prefix(8).split(separator: ":").compactMap { Int($0) }
        guard time.count == 3 else { return nil }
        return Int(day.number) * 86_400 + time[0] * 3_600 + time[1] * 60 + time[2]
    }

    deinit {
        if !isClosed { lxw_workbook_free(workbook) }
    }

    /// Adds a sheet under a name that the workbook accepts.
    func add(_ sheet: Sheet, named name: String) {
        guard let page = workbook_add_worksheet(workbook, name) else {
            note(LXW_ERROR_PARAMETER_VALIDATION)
            return
        }
        let writer = WorksheetWriter(page, styles, language)
        note(writer.write(sheet))
    }

    /// Writes the file.
    func close() throws(SheetFailure) {
        isClosed = true
        // The library does not look at every write of its temporary files; the system's last word remains, though.
        errno = 0
        let result = workbook_close(workbook)
        let reason = errno
        note(result)
        if reason == ENOSPC || reason == EDQUOT { throw SheetFailure(system: reason, target.path) }
        guard refusal != LXW_NO_ERROR else { return }
        if refusal == LXW_ERROR_MEMORY_MALLOC_FAILED { throw .outOfMemory(target.path) }
        if result != LXW_NO_ERROR, reason != 0 { throw SheetFailure(system: reason, target.path) }
        throw .other(target.path, reason: lxw_strerror(refusal).map { String(cString: $0) } ?? "")
    }

    private func note(_ result: lxw_error) {
        if refusal == LXW_NO_ERROR { refusal = result }
    }
}
