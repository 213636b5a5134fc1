import Files
import Testing

/// Paths of any form have a folder and a name.
struct PathPartsTests {
    @Test(
        "folder, name and ending",
        arguments: [
            ("x", ".", "x", ""), ("march.csv", ".", "march.csv", "csv"), ("out/March.CSV", "out", "March.CSV", "csv"),
            ("/x", "/", "x", ""), ("/a/b.c/d", "/a/b.c", "d", ""), ("out/", "out", "", ""), ("", ".", "", ""),
            (".stimul", ".", ".stimul", ""), ("a.b.xlsx", ".", "a.b.xlsx", "xlsx"),
        ])
    func parts(path: String, folder: String, name: String, ending: String) {
        let parts = PathParts(path)
        #expect(parts.folder == folder)
        #expect(parts.name == name)
        #expect(parts.ending == ending)
    }
}
