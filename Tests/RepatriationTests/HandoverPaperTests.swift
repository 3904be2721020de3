import Foundation
import Store
import Support
import Testing

@testable import Repatriation

/// Generated papers: whatever stands in the other cells, everybody named comes in, and in is out.
@Suite struct HandoverPaperTests {
    private let day = CivilDate(year: 2026, month: 11, day: 20) ?? CivilDate(daysSinceEpoch: 0)

    private static let junk = [
        "", "UNK", "N/A", "-", "X", "00/00/1990", "05/14/1990", "14/05/1990", "34105", "2.00E+08",
        "#N/A", "\"", "\"\"",
        "a \"b\" c", "TOTAL", "PAGE 1 OF 2", "Masc.", "U", "MEX", "Ñandú", "\u{200B}", "\u{AD}x",
        "12", "F", "M", "??",
        "XX/XX/1991", "1850", "2050", "toma medicina, diario", "\u{1B}[2J", "(AKA LARA)", "NOTE: x",
        "0", "1e9",
        "=\"A\"",
    ]

    @Test(arguments: 1...60)
    func whoeverIsNamedComesIn(_ seed: Int) throws {
        var random = Generator(seed: seed)
        let count = Int.random(in: 1...30, using: &random)
        var text = seed % 3 == 0 ? "FIELD OFFICE MANIFEST\n\n" : ""
        text += "SEQ,LAST NAME,FIRST NAME,DOB,SEX,COC,A NUMBER,REMARKS\n"
        for number in 1...count {
            var cells = ["\(number)", "APELLIDO\(number) LUNA", "NOMBRE\(number)"]
            for _ in 0..<5 {
                cells.append(HandoverPaperTests.junk.randomElement(using: &random) ?? "")
            }
            let quoted = cells.map { $0.contains(",") ? "\"\($0)\"" : $0 }
            text += quoted.joined(separator: ",") + "\n"
        }
        var options = HandoverList.Options()
        options.dateOrder = .mdy
        options.sexCodes = .us
        let list = try HandoverList([UInt8](text.utf8), day: day, options)
        #expect(list.rows.map(\.person.listNumber) == (1...count).map { $0 })
        #expect(list.rows.map(\.person.given) == (1...count).map { "NOMBRE\($0)" })
        #expect(list.rejected.isEmpty)
        let written = text.split(separator: "\n").count
        #expect(
            list.titles.count + list.headingLines + list.rows.count + list.rejected.count == written
        )
    }

    @Test(arguments: [
        ("D.O.B.", "birthDate"), ("DOB (MM/DD/YYYY)", "birthDate"), ("Fec. Nac.", "birthDate"),
        ("F. NAC", "birthDate"),
        ("AGE", "age"), ("Edad", "age"), ("YOB", "birthYear"), ("Gender", "sex"),
        ("Sexo (H/M)", "sex"),
        ("SEX M/F", "sex"), ("NATIONALITY", "country"), ("Citizenship/Birth Country", "country"),
        ("CTZN", "country"),
        ("COB", "birthCountry"), ("Alien File Number", "alienNumber"), ("A#", "alienNumber"),
        ("A-NUMBER", "alienNumber"),
        ("Special Handling", "labelled"), ("MEDICAL", "labelled"), ("ALERTS", "labelled"),
        ("Condición", "labelled"),
        ("Obs.", "remarks"), ("MIDDLE NAME", "middle"), ("Ap. Materno", "secondSurname"),
        ("Apellido 2", "secondSurname"),
        ("I-77", "tag"), ("BAG TAG", "tag"), ("#", "number"), ("Nº", "number"), ("No.", "number"),
        ("CURP", "curp"),
        ("Lugar de nacimiento", "birthPlace"), ("Nombre completo", "fullName"),
        ("Ap. Paterno", "firstSurname"),
        ("LAST, FIRST", "surnamesThenGiven"), ("NAME (LAST, FIRST)", "surnamesThenGiven"),
    ])
    func aHeadingMeansWhatItMeansHoweverItIsWritten(_ heading: String, _ column: String) {
        #expect(HeadingCell(heading).column?.rawValue == column)
        #expect(HeadingCell(heading.uppercased()).column?.rawValue == column)
        #expect(HeadingCell("  \(heading) ").column?.rawValue == column)
    }

    @Test func everyOtherHeadingIsNamed() throws {
        let text = "NO,LAST NAME,FIRST NAME,DOB,BUS SEAT,EVENT ID\n1,LUNA,ANA,1990-05-04,4,77\n"
        #expect(try HandoverList([UInt8](text.utf8), day: day).unused == ["BUS SEAT", "EVENT ID"])
    }

    @Test(arguments: [HandoverList.Need.surnames, .birthDate])
    func aListWithoutItIsAskedAbout(_ need: HandoverList.Need) throws {
        let text =
            need == .surnames
            ? "FIRST NAME,DOB\nANA,1990-05-04\n" : "LAST NAME,FIRST NAME\nLUNA,ANA\n"
        let bytes = [UInt8](text.utf8)
        #expect(throws: HandoverList.Failure.without(need)) { try HandoverList(bytes, day: day) }
        var options = HandoverList.Options()
        options.without = [need]
        #expect(try HandoverList(bytes, day: day, options).rows.count == 1)
    }

    @Test(
        arguments: [
            ("MONTES DE OCA RUIZ", "MONTES DE OCA", "RUIZ"),
            ("PONCE DE LEON", "PONCE DE LEON", nil),
            ("LADRON DE GUEVARA PAZ", "LADRON DE GUEVARA", "PAZ"),
            ("SAN JUAN LOPEZ", "SAN JUAN", "LOPEZ"),
            ("DE LA O", "DE LA O", nil), ("DE LA O RUIZ", "DE LA O", "RUIZ"),
            ("RUIZ MONTES DE OCA", "RUIZ", "MONTES DE OCA"),
            ("GARCIA-LOPEZ RUIZ", "GARCIA-LOPEZ", "RUIZ"), ("GARCIA - LOPEZ", "GARCIA", "LOPEZ"),
            ("ORTEGA Y GASSET LOPEZ", "ORTEGA Y GASSET", "LOPEZ"), ("LUNA Y PAZ", "LUNA", "Y PAZ"),
        ] as [(String, String, String?)])
    func surnamesOfSeveralWordsStayWhole(_ text: String, _ first: String, _ second: String?) {
        let split = splitSurnames(text)
        #expect(split.first == first)
        #expect(split.second == second)
    }

    @Test(arguments: [
        (NameOrder.surnames, "LUNA PAZ ANA MARIA", "LUNA|PAZ|ANA MARIA"),
        (.surnames, "DE LA O ANA", "DE LA O|-|ANA"),
        (.given, "ANA MARIA LUNA PAZ", "LUNA|PAZ|ANA MARIA"),
        (.given, "ANA MONTES DE OCA", "MONTES DE OCA|-|ANA"),
    ])
    func aWholeNameIsSplitAsItIsSaid(_ order: NameOrder, _ name: String, _ parts: String) throws {
        var options = HandoverList.Options()
        options.names = order
        let list = try HandoverList(
            [UInt8]("NAME,DOB\n\(name),1990-05-04\n".utf8), day: day, options)
        let person = try #require(list.rows.first?.person)
        let found = [person.firstSurname, person.secondSurname, person.given].map { $0 ?? "-" }
            .joined(separator: "|")
        #expect(found == parts)
    }

    @Test func numbersAreThePapersWithGapsAndDoubles() throws {
        let text =
            """
            NO,LAST NAME,FIRST \
            NAME,DOB\n1,A,B,1990-05-04\n4,C,D,1990-05-05\n4,E,F,1990-05-06\n,G,H,1990-05-07\n
            """
        let list = try HandoverList([UInt8](text.utf8), day: day)
        #expect(list.rows.map(\.person.listNumber) == [1, 4, 4, nil])
        #expect(list.doubled == [3, 4])
    }

    /// Columns by spaces: a cell that is missing moves nobody's other cells.
    @Test func columnsOfAPDFAreReadByTheirPlace() throws {
        let text = """
            SEQ  LAST NAME     FIRST NAME  DOB         SEX
            1    LUNA PAZ      ANA         05/13/1990  F
            2    QUECHOL                   06/14/1991  M
            """
        let list = try HandoverList([UInt8](text.utf8), day: day)
        #expect(list.delimiter == "espacios")
        #expect(list.rows.map(\.person.given) == ["ANA", nil])
        #expect(list.rows.map(\.person.birthDate?.text) == ["1990-05-13", "1991-06-14"])
    }

    @Test func aHeadingOverTwoRowsIsOne() throws {
        let text =
            """
            ,APELLIDO,,NOMBRE,FECHA \
            DE,SEXO\nNo.,PATERNO,MATERNO,,NACIMIENTO,\n1,LUNA,PAZ,ANA,13/04/1990,Mujer\n
            """
        let person = try #require(try HandoverList([UInt8](text.utf8), day: day).rows.first?.person)
        #expect(
            [person.firstSurname, person.secondSurname, person.given] == ["LUNA", "PAZ", "ANA"])
        #expect(person.birthDate?.text == "1990-04-13")
    }

    @Test(arguments: [";", "|", "^", "\t"])
    func anySeparatorThatIsSaidIsUsed(_ mark: String) throws {
        let rows = "LAST NAME,FIRST NAME,DOB\nLUNA,ANA,1990-05-04\n".replacingOccurrences(
            of: ",", with: mark)
        for word in ["SEP=", "sep=", "Sep="] {
            let list = try HandoverList([UInt8]((word + mark + "\r\n" + rows).utf8), day: day)
            #expect(list.rows.map(\.person.given) == ["ANA"])
            #expect(list.rows.map(\.line) == [3])
        }
    }

    @Test(arguments: [
        "MEXICAN", "MM", "MEX", "MX", "Mexicana", "Mexicano(a)", "Estados Unidos Mexicanos",
        "MEX - MEXICO",
    ])
    func mexicoIsMexicoInAnyWords(_ text: String) { #expect(ListWords.isMexico(text)) }

    @Test(arguments: [
        "USA", "UNITED STATES", "Estados Unidos", "NEW MEXICO", "Honduras", "", "MEX/USA",
    ])
    func otherCountriesAreNotMexico(_ text: String) { #expect(!ListWords.isMexico(text)) }

    /// Old code pages are told by what they make of words, line by line.
    @Test(arguments: [
        ("Nu\u{F1}ez".latin, "Windows-1252"), ([0x4D, 0x55, 0xA5, 0x4F, 0x5A], "CP850"),
        ([0x4D, 0x55, 0x84, 0x4F, 0x5A], "Mac Roman"), ([0x4A, 0x45, 0x53, 0xE9, 0x53], "CP850"),
        ([0x4A, 0x6F, 0x73, 0xE9], "Windows-1252"),
        ([0x4F, 0x92, 0x48, 0x41, 0x52, 0x41], "Windows-1252"),
    ])
    func oldCodePagesAreRecognised(_ name: [UInt8], _ encoding: String) throws {
        let bytes =
            [UInt8]("LAST NAME,FIRST NAME,DOB\n".utf8) + name + [UInt8](",ANA,1990-05-04\n".utf8)
        #expect(try HandoverList(bytes, day: day, convert: CodePages.convert).encoding == encoding)
    }

    @Test func linesOfTwoEncodingsAreReadOneByOne() throws {
        let bytes =
            [UInt8]("LAST NAME,FIRST NAME,DOB\nNuñez,Ana,1990-05-04\n".utf8)
            + "P\u{E9}rez,Ra\u{FA}l,1990-05-05\n".latin
        let list = try HandoverList(bytes, day: day, convert: CodePages.convert)
        #expect(list.rows.map(\.person.firstSurname) == ["Nuñez", "Pérez"])
        #expect(list.encoding == "UTF-8 + Windows-1252")
    }
}

extension String {
    fileprivate var latin: [UInt8] { unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

    private func read(_ text: String, _ without: Set<HandoverList.Need> = []) throws(HandoverList
        .Failure)
        -> HandoverList
    {
        var options = HandoverList.Options()
        options.without = without
        let day = CivilDate(year: 2026, month: 11, day: 21) ?? CivilDate(daysSinceEpoch: 0)
        return try HandoverList(Array(text.utf8), day: day, options, convert: CodePages.convert)
    }

    /// Two ages on one paper, one of them a child's: asked, and nobody is an adult by the other.
    @Test(arguments: ["AGE", "YOB", "CURP"])
    func anAgeThatContradictsTheDateIsAsked(_ column: String) throws {
        let told = ["AGE": "16", "YOB": "2010", "CURP": "LUXA100513MOCNXNA1"][column] ?? ""
        let list = try read("LAST NAME,FIRST NAME,DOB,\(column)\nLUNA,ANA,05/13/1990,\(told)\n")
        #expect(list.rows.map(\.person.birthDate) == [nil])
        #expect(list.asked.map(\.field) == ["birthDate"])
        #expect(list.minors == [2])
        let agreeing = try read("LAST NAME,FIRST NAME,DOB,AGE\nLUNA,ANA,05/13/1990,36\n")
        #expect(agreeing.rows.map(\.person.birthDate?.text) == ["1990-05-13"])
    }

    /// An age or a year alone is what it is, and tells a child.
    @Test(arguments: ["AGE", "YOB", "Año"])
    func anAgeAloneTellsAChild(_ column: String) throws {
        let list = try read(
            "LAST NAME,FIRST NAME,\(column)\nLUNA,ANA,\(column == "AGE" ? "15" : "2012")\n",
            [.birthDate])
        let day = try #require(CivilDate(year: 2026, month: 11, day: 21))
        let person = try #require(list.rows.first?.person)
        let birth = try #require(
            person.birthDate.map { Birth($0, person.birthPrecision ?? .exact) })
        #expect(birth.precision != .exact && birth.isUnder18(on: day) == true)
        #expect(person.alienNumber == nil && list.minors == [2])
    }

    /// A second table with its columns elsewhere gives nobody another's name.
    @Test func anotherTableIsNotReadByTheFirstHeading() {
        #expect(throws: HandoverList.Failure.anotherTable(line: 3)) {
            try read(
                """
                LAST NAME,FIRST NAME,DOB\nLUNA,ANA,05/13/1990\nFIRST NAME,LAST \
                NAME,DOB\nEVA,SOL,05/13/1991\n
                """
            )
        }
    }
}
