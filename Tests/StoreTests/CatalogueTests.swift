import Foundation
import Repatriation
import Store
import Support
import Testing

/// Catalogues that leads amend: in the journal like everything else, and readable for ever.
@Suite struct CatalogueTests {
    private func entry(_ label: String? = nil, letter: String? = nil, retired: Bool? = nil)
        -> EntryWords
    {
        var words = EntryWords()
        (words.label, words.letter, words.isRetired) = (label, letter, retired)
        return words
    }

    private func set(_ catalogue: String, _ code: String, _ words: EntryWords) -> Command {
        .act(SetEntry(catalogue, code, words))
    }

    private func interviewed(_ test: TestStore) throws -> Identifier<Reception> {
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        return id
    }

    @Test func aLeadAddsAnOptionAndItIsTaken() throws {
        let test = try TestStore()
        let id = try interviewed(test)
        let save = Command.act(SaveProfile(id, [.usTrade: "tablaroca", .usOccupation: "drywall"]))
        #expect(test.refusal(save)?.code == .unknownCode)
        try test.perform(set("occupations", "drywall", entry("tablaroca")))
        try test.perform(save)
        let card = try #require(try test.store.card(id, now: test.now))
        #expect(card.lists.words("drywall", ProfileField.usOccupation.question).es == "tablaroca")
        let letters = card.lists.options(ProfileField.usOccupation.question).map(\.letter)
        #expect(Set(letters).count == letters.count)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A retired code is not offered nor taken anew; who has it keeps it and it reads as before.
    @Test func aRetiredCodeStaysReadable() throws {
        let test = try TestStore()
        let id = try interviewed(test)
        try test.perform(.act(SaveProfile(id, [.usOccupation: "roofing"])))
        try test.perform(set("occupations", "roofing", entry(retired: true)))
        let lists = try test.store.lists()
        let question = ProfileField.usOccupation.question
        #expect(!lists.options(question).contains { $0.code == "roofing" })
        #expect(lists.words("roofing", question) == FormLists.shipped.words("roofing", question))
        try test.perform(.act(SaveProfile(id, [.usOccupation: "roofing", .usTrade: "techador"])))
        let earlier = Command.act(SaveProfile(id, [.earlierOccupation: "roofing"]))
        #expect(test.refusal(earlier)?.code == .unknownCode)
        try test.perform(set("occupations", "roofing", entry(retired: false)))
        try test.perform(earlier)
    }

    @Test func whatCannotBeAmendedIsRefusedInASentence() throws {
        let test = try TestStore()
        let cases: [(Command, Refusal.Code)] = [
            (set("sex", "H", entry("varón")), .fixedCatalogue),
            (set("yesNo", "maybe", entry("tal vez")), .fixedCatalogue),
            (set("nada", "a", entry("a")), .unknownCode),
            (set("occupations", "a b", entry("a")), .codeForm),
            (set("occupations", "unknown", entry("a")), .codeForm),
            (set("occupations", "otro", entry()), .missingField),
            (set("occupations", "otro", entry(retired: true)), .unknownCode),
            (set("occupations", "otro", entry("otro", letter: "c")), .letterTaken),
            (set("municipios", "99999", entry("Ninguno")), .unknownCode),
        ]
        for (command, code) in cases { #expect(test.refusal(command)?.code == code, "\(command)") }
        let other = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        let toledo = Identifier<Officer>(try #require(other.result["officer"]?.integer))
        #expect(throws: PerformFailure.self) {
            try test.perform(set("occupations", "drywall", entry("tablaroca")), by: toledo)
        }
    }

    /// A few rows as INEGI writes them: homonyms of several states, and two of one state.
    private static let rows = """
        CVEGEO,CVE_ENT,NOM_ENT,NOM_ABR,CVE_MUN,NOM_MUN,CVE_CAB
        01001,01,Aguascalientes,Ags.,001,Aguascalientes,0001
        02006,02,Baja California,BC,006,San Quintín,0001
        14012,14,x,x,012,Benito Juárez,0001
        20067,20,Oaxaca,Oax.,067,Oaxaca de Juárez,0001
        20208,20,Oaxaca,Oax.,208,San Juan Mixtepec,0001
        20209,20,Oaxaca,Oax.,209,San Juan Mixtepec,0001
        26071,26,Sonora,Son.,071,Benito Juárez,0001
        32004,32,Zacatecas,Zac.,004,Benito Juárez,0001

        """

    private func read(_ text: String = CatalogueTests.rows) -> [Municipality]? {
        try? MunicipalityFile([UInt8](text.utf8)).all
    }

    private static let inegi = "../shared/data/ageem_municipios.csv"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: inegi)))
    func inegisOwnFileIsReadWhole() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: CatalogueTests.inegi))
        let test = try TestStore()
        let all = try MunicipalityFile([UInt8](data)).all
        #expect(all.count == 2478)
        try test.perform(.act(SetMunicipalities(all)))
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    @Test(arguments: [
        "LAST NAME,FIRST NAME\nA,B\n", "CVEGEO,NOM_MUN\n20067,Oaxaca\n20067,Otra\n",
        "CVEGEO,NOM_MUN\n99067,Nada\n", "",
        "CVEGEO,NOM_MUN\n20067,a\u{202E}b\n",
    ])
    func whatIsNoCatalogueIsRefused(_ text: String) { #expect(read(text) == nil) }

    @Test func aNewerFileRetiresWhatItNoLongerHas() throws {
        let all = try #require(read())
        let test = try TestStore()
        try test.perform(.act(SetMunicipalities(all)))
        #expect(try test.perform(.act(SetMunicipalities(all))).act == nil)
        try test.perform(.act(SetMunicipalities(all.filter { $0.key != "20067" })))
        let kept = try test.store.entries(of: CatalogueEntry.municipalities)
        #expect(kept.first { $0.code == "20067" }?.isRetired == true)
        try test.perform(set("municipios", "01001", entry(retired: true)))
        #expect(
            try test.store.places(like: "oaxaca de ju", for: .destinationMunicipality, in: nil)
                .isEmpty)
        #expect(
            try test.store.places(like: "aguascalientes", for: .destinationMunicipality, in: nil)
                .isEmpty)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A name becomes its key only where nothing is left to guess; else it stays as given.
    @Test func homonymsAreToldApartByTheirState() throws {
        let test = try TestStore()
        try test.perform(.act(SetMunicipalities(try #require(read()))))
        let field = ProfileField.destinationMunicipality
        let places = try test.store.places(like: "benito juarez", for: field, in: "SR")
        #expect(
            places == [
                "Benito Juárez, Sonora", "Benito Juárez, Jalisco", "Benito Juárez, Zacatecas",
            ])
        let mixtepec = try test.store.places(like: "mixtepec", for: field, in: nil)
        #expect(mixtepec == ["San Juan Mixtepec, Oaxaca 20208", "San Juan Mixtepec, Oaxaca 20209"])
        let id = try interviewed(test)
        func saved(_ text: String, _ state: String) throws -> String? {
            try test.perform(.act(SaveProfile(id, [.destination: state, field: text])))
            return try test.reception(id).answer(field)
        }
        #expect(try saved("benito juarez", "SR") == "26071")
        #expect(try saved("BENITO JUÁREZ", "PL") == "BENITO JUÁREZ")
        #expect(try saved("Benito Juárez, Zacatecas", "PL") == "32004")
        #expect(try saved("San Juan Mixtepec, Oaxaca 20209", "OC") == "20209")
        #expect(try saved("San Juan Mixtepec", "OC") == "San Juan Mixtepec")
        // A place of another state's name is not that state's.
        #expect(try saved("San Quintín", "CS") == "San Quintín")
        #expect(try saved("San Quintín", "BC") == "02006")
        #expect(try saved("Ejido El Porvenir", "PL") == "Ejido El Porvenir")
        #expect(try saved("20067", "PL") == "20067")
        let card = try #require(try test.store.card(id, now: test.now))
        #expect(card.lists.words("20067", field.question).es == "Oaxaca de Juárez, Oaxaca")
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Languages use every letter and figure: those added have none, and can be reworded, retired
    /// and brought back.
    @Test func moreOptionsThanLettersCanStillBeAmended() throws {
        let test = try TestStore()
        for code in ["chocholteco", "ixcateco"] {
            try test.perform(set("languages", code, entry(code)))
        }
        try test.perform(set("languages", "ixcateco", entry(retired: true)))
        try test.perform(set("languages", "ixcateco", entry(retired: false)))
        try test.perform(set("languages", "chocholteco", entry("chocholteca (ngigua)")))
        // Its letter was given away meanwhile: brought back it has another.
        try test.perform(set("occupations", "care", entry(retired: true)))
        try test.perform(set("occupations", "caulk", entry("sellado", letter: "u")))
        try test.perform(set("occupations", "care", entry(retired: false)))
        let options = try test.store.lists().options(ProfileField.usOccupation.question)
        let letters = options.map(\.letter).filter { $0 != "·" }
        #expect(Set(letters).count == letters.count)
        #expect(
            try test.perform(set("occupations", "care", entry("cuidado de personas"))).act == nil)
        #expect(test.refusal(set("municipios", "20067", entry(letter: "x"))) != nil)
    }

    /// With no catalogue loaded the field takes text, and offers what people of this store have
    /// said, each once.
    @Test func withoutACatalogueWhatWasSaidIsOffered() throws {
        let test = try TestStore()
        let id = try interviewed(test)
        let said = ["Santa Catarina Juquila", "Juquila", "Ñuu Savi", "santa catarina juquila"]
        for place in said {
            try test.perform(.act(SaveProfile(id, [.destinationMunicipality: place])))
        }
        try test.perform(.act(SaveProfile(id, [.birthMunicipality: "Juchitán"])))
        let found = try test.store.places(like: "ju", for: .destinationMunicipality, in: nil)
        #expect(found == ["santa catarina juquila"])
        #expect(
            try test.store.places(like: "juch", for: .birthMunicipality, in: "OC") == ["Juchitán"])
        #expect(try test.store.places(like: "x", for: .birthMunicipality, in: nil).isEmpty)
        // What was corrected is no longer offered.
        #expect(try test.store.places(like: "nuu", for: .destinationMunicipality, in: nil).isEmpty)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }
}
