import Foundation
import Testing

@testable import Repatriation

@Suite struct ListTests {
    private let day = CivilDate(daysSinceEpoch: 20_777)

    private func read(_ text: String, _ encoding: String.Encoding = .utf8) throws -> HandoverList {
        try HandoverList([UInt8](text.data(using: encoding) ?? Data()), day: day, anyWay)
    }

    /// It came so: without birth dates, and that is said.
    private var anyWay: HandoverList.Options {
        var options = HandoverList.Options()
        options.without = [.birthDate]
        return options
    }

    /// A year where a day belongs is what is known of the birth, and no more.
    @Test func aYearWhereADateBelongsIsAYear() throws {
        let text =
            "LAST NAME,FIRST NAME,DOB,SEX\nLUNA,ANA,1972,F\nPAZ,EVA,2009,F\nVEGA,LUZ,13/05/1990,F\n"
        let rows = try HandoverList(Array(text.utf8), day: day).rows
        #expect(rows.map { $0.person.birthDate?.year } == [1972, 2009, 1990])
        #expect(rows.map { $0.person.birthPrecision } == [.estimated, .estimated, nil])
        #expect(rows[1].youngest ?? 99 < 18)
    }

    /// Nobody heads a column with a book: it is told by its beginning, clean, however many marks
    /// each letter carries.
    @Test func aHeadingTooLongToBeOneIsToldByItsBeginning() {
        let marks = String(repeating: "a\u{301}\u{302}\u{202E}\u{7}", count: 400)
        let cell = HeadingCell("DOB " + marks)
        #expect(cell.column == nil && cell.label.hasPrefix("DOB") && cell.label.hasSuffix("…"))
        #expect(cell.label.unicodeScalars.count <= 41)
        #expect(!cell.label.unicodeScalars.contains { ["\u{202E}", "\u{7}"].contains($0) })
    }

    private let body = """
        No.;Nombre(s);Primer apellido;Segundo apellido;Fecha de nacimiento;Sexo;Entidad de nacimiento;Observaciones
        1;José Ángel;Núñez;de la O;24/01/1995;Hombre;San Luis Potosí;
        2;Ana;Güemes;;13/02/2012;Mujer;OC;NNA no acompañado
        """

    @Test(arguments: [
        String.Encoding.utf8, .windowsCP1252, .utf16LittleEndian, .utf16BigEndian, .utf16,
    ])
    func everyEncodingGivesTheSamePeople(_ encoding: String.Encoding) throws {
        let list = try read(body, encoding)
        #expect(list.rows.map(\.person) == (try read(body)).rows.map(\.person))
        #expect(list.rows[0].person.firstSurname == "Núñez")
        #expect(list.rows[0].person.birthState == "SP")
        #expect(list.rows[1].person.suggested == [.unaccompaniedChild])
    }

    @Test(arguments: [",", ";", "\t"])
    func everyDelimiterAndLineEndingIsRead(_ delimiter: String) throws {
        for ending in ["\n", "\r\n", "\r"] {
            let text = body.replacingOccurrences(of: ";", with: delimiter).replacingOccurrences(
                of: "\n", with: ending)
            let list = try read(text)
            #expect(list.rows.map(\.line) == [2, 3])
        }
    }

    @Test func byteOrderMarksAndQuotesAreTaken() throws {
        let list = try read(
            "\u{FEFF}LAST NAME,FIRST NAME,DOB,SEX\n\"DE LA ROSA, \"\"X\"\"\",ANA,01/31/1990,F\n")
        #expect(list.encoding == "UTF-8 BOM")
        #expect(list.rows[0].person.sex == .woman)
        #expect(list.rows[0].person.birthDate == CivilDate(year: 1990, month: 1, day: 31))
    }

    /// Whoever is named comes in; what cannot be read is unknown, kept as written and asked.
    @Test func whatCannotBeReadIsAskedAndNobodyIsLeftOut() throws {
        let list = try read(
            "LAST NAME,FIRST NAME,DOB,SEX\nA,B,01/31/1990,M\nC,D,02/30/1990,M\n,,01/31/1990,M\n"
                + "E\u{1B}[2J,F,01/31/1990,M\nG,H,01/31/2090,M\nI,J,01/31/1990,Q\nK,L,01/31/1990,M,extra\nM,N,,\n"
        )
        #expect(list.rows.map(\.line) == [2, 3, 5, 6, 7, 8, 9])
        #expect(list.rejected.map(\.line) == [4])
        #expect(list.rejected.first?.text == "01/31/1990 M")
        #expect(list.asked.map(\.field) == ["birthDate", "firstSurname", "birthDate", "sex"])
        #expect(list.asked.map(\.text) == ["02/30/1990", "E[2J", "01/31/2090", "Q"])
        #expect(list.rows[1].person.birthDate == nil)
        #expect(list.rows[1].person.notes == "Lista: nacimiento 02/30/1990")
        #expect(list.rows[5].person.notes == "Lista: extra")
        #expect(list.told.map(\.what) == [.beyond])
    }

    @Test(arguments: [
        "UNK", "00/00/1990", "XX/XX/1991", "N/A", "02/30/1990", "2050-01-01", "1850-01-01",
        "MAY 1990",
    ])
    func aBirthDateThatIsNoneNeverLeavesAPersonOut(_ text: String) throws {
        let row = try #require(try read("LAST NAME,FIRST NAME,DOB\nLUNA,ANA,\(text)\n").rows.first)
        #expect(row.person.birthDate == nil)
        #expect(row.person.notes == "Lista: nacimiento \(text)")
        #expect(row.asked.map(\.text) == [text])
    }

    @Test func whatCannotBeDecidedIsRefusedUntilSaid() throws {
        let text = "LAST NAME,FIRST NAME,DOB,SEX\nA,B,01/02/1990,M\n"
        #expect(throws: HandoverList.Failure.dateOrder) { try read(text) }
        let bytes = [UInt8](text.utf8)
        var said = HandoverList.Options()
        said.dateOrder = .dmy
        #expect(
            try HandoverList(bytes, day: day, said).rows[0].person.birthDate
                == CivilDate(year: 1990, month: 2, day: 1))
        #expect(throws: HandoverList.Failure.sexCodes) {
            try read("Apellidos;Nombre;Sexo\nA;B;M\nC;D;M\n")
        }
        #expect(throws: HandoverList.Failure.sexCodes) {
            try read("Apellidos;Nombre;Sexo\nA;B;H\nC;D;F\n")
        }
        #expect(try read("Apellidos;Nombre;Sexo\nA;B;F\nC;D;M\n").rows[1].person.sex == .man)
        #expect(try read("Apellidos;Nombre;Sexo\nA;B;H\nC;D;M\n").rows[1].person.sex == .woman)
        #expect(try read("Apellidos;Nombre;Sexo (M/F)\nA;B;M\n").rows[0].person.sex == .man)
        #expect(throws: HandoverList.Failure.dateOrder) {
            try read("LAST NAME,FIRST NAME,DOB\nA,B,1990-05-04\nC,D,03/04/05\n")
        }
        #expect(throws: HandoverList.Failure.nameOrder(line: 2)) {
            try read("NAME,DOB\nLUNA PAZ ANA,1990-05-04\n")
        }
        #expect(try read("LAST NAME,FIRST NAME,SEX\nA,B,M\n").rows[0].person.sex == .man)
    }

    @Test func wholeFilesThatAreNoListsAreRefused() {
        #expect(throws: HandoverList.Failure.empty) { try HandoverList([], day: day) }
        #expect(throws: HandoverList.Failure.binary) {
            try HandoverList([0x50, 0x4B, 3, 4, 0, 0], day: day)
        }
        #expect(throws: HandoverList.Failure.binary) {
            try HandoverList(Array(repeating: 0, count: 64) + [1], day: day)
        }
        #expect(throws: HandoverList.Failure.noHeading) { try read("1,PEREZ,JUAN\n2,LUNA,ANA\n") }
    }

    /// Every person after a stray quote comes in, wherever the next quote stands.
    @Test(arguments: [
        "Perez,Juan,,\n\"Gomez,Ana,,\nLopez,Bea,,\n",
        "Perez,Juan,,\nGomez,Ana,,\"sana\nLopez,Bea,,\"sana\"\n",
        "Perez,Juan,,\n\"Gomez,Ana,,\n\"Lopez\",Bea,,\n",
        "Perez,\"Juan,,\nGomez,Ana,,\nLopez,Bea,\"\"\",\n",
        "Perez,Juan,,\n\"Gomez\" ,\"Ana\",,\n\"Lopez\",\"Bea,,\n",
    ])
    func aStrayQuoteSwallowsNobody(_ text: String) throws {
        let list = try read("Apellidos,Nombre,Nacionalidad,Observaciones\n" + text)
        #expect(list.rows.map(\.person.firstSurname) == ["Perez", "Gomez", "Lopez"])
        #expect(list.rows.map(\.person.given) == ["Juan", "Ana", "Bea"])
        #expect(list.rejected.isEmpty)
    }

    @Test func aBreakInsideAQuotedCellIsLegalWhereTheColumnsFit() throws {
        let list = try read(
            """
            Apellidos,Nombre,\"Fecha \
            de\nnacimiento\",Observaciones\nPerez,Juan,1990-05-04,\"toma\nmedicina, diario\"\n
            """
                + "Luna,Ana,1991-05-04,\n")
        #expect(list.rows.map(\.line) == [3, 5])
        #expect(list.rows[0].person.notes == "toma medicina, diario")
        #expect(list.endedQuotes.isEmpty)
    }

    @Test func twoDigitYearsAreTheLatestNotAfterTheDay() throws {
        let list = try read("LAST NAME,FIRST NAME,DOB\nA,B,01/31/25\nC,D,12/31/26\nE,F,01/31/99\n")
        #expect(list.rows.map { $0.person.birthDate?.year } == [2025, 1926, 1999])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "../shared/data/lists")))
    func theSamplesComeInWhole() throws {
        for (name, count) in [
            ("autobus_46_us", 46), ("excel_latin1_58", 58), ("vuelo_121_es", 121),
        ] {
            let data = try Data(
                contentsOf: URL(fileURLWithPath: "../shared/data/lists/\(name).csv"))
            let list = try HandoverList([UInt8](data), day: day)
            #expect(list.rows.count == count)
            #expect(list.rejected.isEmpty)
        }
    }

    /// Any bytes at all: a list or a refusal, never a trap, and never a control character.
    @Test(arguments: 1...200)
    func anyBytesAreReadOrRefused(_ seed: Int) {
        var random = Generator(seed: seed)
        let alphabet =
            [UInt8]("LAST NAME,FIRST NAME;DOB\t\"\r\n0123/áñ\u{1B}".utf8) + [0, 0xFF, 0xFE, 0x80]
        var bytes = seed % 2 == 0 ? [UInt8]("LAST NAME,FIRST NAME,DOB\n".utf8) : []
        for _ in 0..<Int.random(in: 0...400, using: &random) {
            bytes.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
        }
        guard let list = try? HandoverList(bytes, day: day) else { return }
        for row in list.rows {
            for text in [row.person.given, row.person.firstSurname, row.person.notes].compactMap({
                $0
            }) {
                #expect(NameText.cleaned(text) == text)
            }
        }
    }
}
