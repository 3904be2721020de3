import Foundation
import Store
import Testing

@testable import Repatriation

private let folder = "../shared/data/hunt"
private let isThere = FileManager.default.fileExists(atPath: folder)

/// Lists and catalogues as people who do this work report them, each with its right value. They
/// stand outside the project; without them these tests say so and are skipped.
@Suite(.enabled(if: isThere, "the folder of reported inputs is not here"))
struct HuntListTests {
    private let night = CivilDate(year: 2026, month: 11, day: 21) ?? CivilDate(daysSinceEpoch: 0)

    private func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/hunt-\(name)")))
    }

    private func read(_ name: String, _ said: (inout HandoverList.Options) -> Void = { _ in })
        throws -> HandoverList
    {
        var options = HandoverList.Options()
        said(&options)
        return try HandoverList(bytes(name), day: night, options, convert: CodePages.convert)
    }

    private func names(_ list: HandoverList) -> [String] {
        list.rows.map { row in
            [row.person.firstSurname, row.person.secondSurname, row.person.given].map { $0 ?? "-" }
                .joined(
                    separator: "|")
        }
    }

    @Test(arguments: [
        ("01-title-rows.csv", ["ZAMARRIPA|TOVAR|LUISA", "QUECHOL|-|EFREN"]),
        ("02-heading-with-format.csv", ["ZAMARRIPA|TOVAR|LUISA", "QUECHOL|RUIZ|EFREN"]),
        ("04-name-one-column.csv", ["ZAMARRIPA|TOVAR|LUISA MARIA", "QUECHOL|-|EFREN"]),
        ("06-middle-name.csv", ["ZAMARRIPA|TOVAR|LUISA FERNANDA", "QUECHOL|-|JOSE EFREN"]),
        ("08-totals-and-footers.csv", ["ZAMARRIPA|-|LUISA", "QUECHOL|-|EFREN"]),
        ("13-csv-ms-dos.csv", ["MUÑOZ|PEñA|ANA MARíA", "IBAñEZ|LóPEZ|TOMáS"]),
        ("15-twice-encoded.csv", ["MUÑOZ|LÓPEZ|JOSÉ"]),
        (
            "17-invisible-marks.csv",
            ["ZAMARRIPA|TOVAR|LUISA", "QUECHOL|-|EFREN", "NAVA|-|ABEL", "OSORIO|-|RAUL"]
        ),
        (
            "18-placeholders.csv",
            [
                "ZAMARRIPA|-|LUISA", "NAVA|-|SARA", "QUECHOL|-|INES", "OSORIO|-|ROSA",
                "LARA|-|IRMA", "VELA|-|EMMA",
                "SOTO|-|ELSA", "LUNA|PAZ|-", "-|-|OLGA", "TOVAR|RUIZ|NORA",
            ]
        ),
        ("22-sep-line.csv", ["ZAMARRIPA|TOVAR|LUISA"]),
        ("23-text-guards.csv", ["ZAMARRIPA|-|LUISA", "QUECHOL|-|EFREN"]),
        ("24-pdf-spaces.txt", ["ZAMARRIPA|TOVAR|LUISA", "QUECHOL|-|EFREN"]),
        ("25-born-today-at-night.csv", ["ZAMARRIPA|-|NIÑA", "ZAMARRIPA|-|LUISA"]),
        (
            "44-suffixes-and-aka.csv",
            ["NAVA|RUIZ|ABEL", "QUECHOL|-|EFREN", "OSORIO|-|RAUL", "TOVAR|-|INES", "VELA|-|HUGO"]
        ),
        (
            "47-quotes-and-spaces.csv",
            ["ZAMARRIPA|TOVAR|LUISA MARIA", "QUECHOL|-|EFREN", "O'HARA|-|TOMAS"]
        ),
    ])
    func everybodyNamedComesIn(_ name: String, _ people: [String]) throws {
        #expect(names(try read(name)) == people)
    }

    @Test func headingsAreFoundBelowTitlesAndWithTheirFormat() throws {
        let titled = try read("01-title-rows.csv")
        #expect(titled.titles.map(\.line) == [1, 2])
        #expect(titled.rejected.isEmpty)
        let formatted = try read("02-heading-with-format.csv")
        #expect(formatted.rows.map(\.person.sex) == [.woman, .man])
        #expect(formatted.rows.map(\.person.birthDate?.text) == ["2015-05-13", "1991-06-20"])
        #expect(formatted.rows.map(\.person.country) == [nil, "HONDURAS"])
        #expect(formatted.unused.isEmpty)
    }

    @Test func footersAreNobodyAndAreTold() throws {
        let list = try read("08-totals-and-footers.csv")
        #expect(list.rejected.map(\.line) == [4, 5, 6, 7, 8, 9])
        #expect(list.rejected.map(\.text).last == "PAGE 1 OF 1")
    }

    @Test func nothingButMUnderSexoIsAsked() throws {
        #expect(throws: HandoverList.Failure.sexCodes) { try read("09-all-m-under-sexo.csv") }
        let list = try read("09-all-m-under-sexo.csv") { $0.sexCodes = .us }
        #expect(list.rows.map(\.person.sex) == [.man, .man, .man, .man])
    }

    @Test func everyWritingOfADateIsRead() throws {
        let days = try read("11-date-writings.csv").rows.map { $0.person.birthDate?.text ?? "-" }
        #expect(
            days == [
                "1990-05-13", "1991-05-14", "1992-05-15", "1993-05-16", "1994-05-17", "1995-05-18",
                "1996-05-19",
                "1997-05-20", "1998-05-21",
            ])
    }

    @Test func encodingsAreNamed() throws {
        #expect(try read("13-csv-ms-dos.csv").encoding == "CP850")
        #expect(try read("15-twice-encoded.csv").isMended)
        #expect(
            try read("17-invisible-marks.csv").told.map(\.what) == [
                .invisible, .invisible, .invisible, .invisible,
            ])
        // Without the system's table nothing is guessed.
        #expect(throws: HandoverList.Failure.encoding) {
            try HandoverList(bytes("13-csv-ms-dos.csv"), day: night)
        }
    }

    @Test func aNameThatNobodyKnowsIsAsked() throws {
        let list = try read("18-placeholders.csv")
        #expect(list.asked.map(\.text) == ["FNU", "LNU"])
        #expect(list.asked.map(\.field) == ["given", "firstSurname"])
    }

    @Test func aDamagedNumberIsNamed() throws {
        let list = try read("23-text-guards.csv")
        #expect(list.rows.map(\.person.alienNumber) == ["A200000001", nil])
        #expect(list.asked == [HandoverList.Asked(line: 3, field: "alienNumber", text: "2.00E+08")])
        #expect(list.told.map(\.what) == [.damaged])
    }

    @Test func whoIsBornTodayIsAChildOfNoYears() throws {
        let list = try read("25-born-today-at-night.csv")
        #expect(list.rows[0].person.birthDate == night)
        #expect(list.minors == [2])
    }

    @Test func suffixesAndOtherNamesStandApart() throws {
        let notes = try read("44-suffixes-and-aka.csv").rows.map { $0.person.notes ?? "" }
        #expect(
            notes == [
                "Lista: sufijo JR", "Lista: sufijo SR", "Lista: sufijo III", "Lista: alias LARA",
                "Lista: alias SOTO",
            ])
    }

    @Test func statesAreReadAsTheyAreWritten() throws {
        #expect(throws: HandoverList.Failure.without(.birthDate)) {
            try read("45-state-writings.csv")
        }
        let list = try read("45-state-writings.csv") { $0.without = [.birthDate] }
        #expect(
            list.rows.map { $0.person.birthState ?? "-" } == [
                "BC", "BS", "SP", "QR", "MC", "MC", "MC", "NL", "QT", "OC", "OC", "NE", "NE", "CS",
            ])
    }

    @Test(arguments: [
        "27-municipios-ms-dos.csv", "28-municipios-note.csv", "30-municipios-old-heading.csv",
    ])
    func municipalitiesAreReadOrTheirCauseIsNamed(_ name: String) throws {
        let file = try MunicipalityFile(bytes(name), convert: CodePages.convert)
        #expect(file.all.map(\.key) == ["02004", "02006", "04013", "28022"])
        #expect(file.all.map(\.name) == ["Tijuana", "San Quintín", "Dzitbalché", "Matamoros"])
        #expect(file.notes.map(\.line) == (name.contains("note") ? [6] : []))
    }
}
