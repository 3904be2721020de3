import Foundation
import Repatriation
import Store
import Support
import Testing

@testable import garita

/// What bringing a list in leaves in the store.
@Suite struct ImportListTests {
    private static let list = """
        NO,LAST NAME,FIRST NAME,DOB,SEX
        3,LUNA VERA,ANA,01/31/1990,F
        7,PEREZ,JUAN,02/20/1985,M
        7,PAZ,EVA,UNK,F
        ,SOTO,IVAN,02/20/1986,M

        """

    private func importer(_ test: TestStore) throws -> ListImporter {
        let point = try #require(try test.store.point(.nogales))
        return try ListImporter(store: test.store, officer: test.lead, point: point, now: test.now)
    }

    private func read(_ text: String, _ importer: ListImporter) throws -> HandoverList {
        try importer.read([UInt8](text.utf8), HandoverList.Options())
    }

    /// The number on the paper is the number that is called: gaps and doubles stay, whoever has
    /// none counts on.
    @Test func theNumberOnThePaperIsTheNumberOnTheScreen() throws {
        let test = try TestStore()
        let importer = try importer(test)
        let group = try importer.bring(
            read(Self.list, importer), into: nil, announcement: Announcement(), again: false)
        let roll = try test.store.roll(of: group)
        #expect(roll.map(\.reception.listNumber) == [3, 7, 7, 8])
        #expect(roll.map(\.reception.given) == ["ANA", "JUAN", "EVA", "IVAN"])
        #expect(roll[2].reception.notes == "Lista: nacimiento UNK")
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// The same people in a file saved anew are the same list; some of them in another list are
    /// named with their group.
    @Test func theSamePeopleAgainAreToldWithTheirGroup() throws {
        let test = try TestStore()
        let importer = try importer(test)
        let first = try importer.bring(
            read(Self.list, importer), into: nil, announcement: Announcement(), again: false)
        let anew = try read(Self.list.replacingOccurrences(of: "NO,", with: "SEQ,"), importer)
        #expect(Set(try importer.already(anew).values.map(\.name)) == ["G1"])
        do throws(PerformFailure) {
            _ = try importer.bring(anew, into: nil, announcement: Announcement(), again: false)
            Issue.record("the same people came in twice")
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            #expect(refusal.code == .twiceTheSame)
        }
        let some = try read(
            "LAST NAME,FIRST NAME,DOB\nLUNA VERA,ANA,01/31/1990\nRIOS,EMA,02/20/1985\n", importer)
        let placed = try importer.already(some)
        #expect(placed.mapValues(\.id) == [2: first])
        #expect(placed.mapValues(\.name) == [2: "G1"])
        let second = try importer.bring(some, into: nil, announcement: Announcement(), again: false)
        #expect(try test.store.roll(of: second).count == 2)
    }

    /// Two in the morning at Nogales: the working day is yesterday's, the calendar's is today's.
    @Test func whoIsBornTonightComesIn() throws {
        let test = try TestStore(now: Instant(milliseconds: 1_795_251_600_000))
        let importer = try importer(test)
        #expect(importer.today == CivilDate(daysSinceEpoch: importer.day.daysSinceEpoch + 1))
        let born = importer.today
        let year = padded(born.year % 100, 2)
        let text =
            """
            LAST NAME,FIRST \
            NAME,DOB\nLUNA,ANA,\(padded(born.month, 2))/\(padded(born.day, 2))/\(year)\n
            """
            + "LUNA,EVA,11/30/1990\n"
        let list = try read(text, importer)
        #expect(list.rows.map(\.person.birthDate).first == born)
        #expect(list.minors == [2])
        let group = try importer.bring(list, into: nil, announcement: Announcement(), again: false)
        #expect(try test.store.roll(of: group).count == 2)
    }

    private static let workbook: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0, 0]

    /// Programs stand in a folder of their own; what they make is the list.
    @Test func aWorkbookIsReadThroughTheProgramThatIsThere() throws {
        #expect(ListFile.kind(Self.workbook) == .workbook)
        #expect(ListFile.kind(Array("%PDF-1.7".utf8)) == .pdf)
        #expect(
            ListFile.kind(Self.workbook + Array("mimetypeapplication/vnd.oasis.opendocument".utf8))
                == .openDocument)
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let script = "#!/bin/sh\ntest -s \"$3\" && printf '\(Self.rows)' > \"$4/hoja.csv\"\n"
        try put(script, "\(folder)/xlsx2csv")
        let path = "\(folder):/usr/bin:/bin"
        #expect(
            try ListFile.text(Self.workbook, path: path)
                == Array("LAST NAME,FIRST NAME,DOB\nLUNA,ANA,1990-05-04\n".utf8))
    }

    private static let rows = "LAST NAME,FIRST NAME,DOB\\nLUNA,ANA,1990-05-04\\n"

    /// People may be on each sheet: none is left behind unseen.
    @Test func severalSheetsAreAskedAbout() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        try put(
            """
            #!/bin/sh\nprintf '\(Self.rows)' > \"$4/a.csv\"\nprintf '\(Self.rows)' > \
            \"$4/b.csv\"\n
            """,
            "\(folder)/xlsx2csv")
        #expect(throws: HandoverList.Failure.sheets(2)) {
            try ListFile.text(Self.workbook, path: "\(folder):/usr/bin:/bin")
        }
    }

    @Test func withoutAProgramTheSentenceNamesOne() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        #expect(throws: HandoverList.Failure.needsProgram(["xlsx2csv", "libreoffice-calc"])) {
            try ListFile.text(Self.workbook, path: folder)
        }
        try put("#!/bin/sh\nexit 3\n", "\(folder)/xlsx2csv")
        #expect(throws: HandoverList.Failure.notConverted) {
            try ListFile.text(Self.workbook, path: "\(folder):/usr/bin")
        }
    }

    private func put(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        chmod(path, 0o700)
    }
}
