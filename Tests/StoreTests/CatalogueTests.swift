import Foundation
import Repatriation
import Store
import Support
import Testing

/// Catalogues that leads amend: in the journal like everything else, and readable for ever.
@Suite struct CatalogueTests {
    private func entry(_ label: String? = nil, letter: String? = nil, retired: Bool? = nil) -> EntryWords {
        var words = EntryWords()
        (words.label, words.letter, words.isRetired) = (label, letter, retired)
        return words
    }

    private func set(_ catalogue: String, _ code: String, _ words: EntryWords) -> Command {
        .catalogue(.setEntry(catalogue: catalogue, code: code, words))
    }

    private func interviewed(_ test: TestStore) throws -> Identifier<Reception> {
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.reception(id, .call(desk: 1, reason: "prueba")))
        try test.perform(.reception(id, .startInterview(desk: 1)))
        return id
    }

    @Test func aLeadAddsAnOptionAndItIsTaken() throws {
        let test = try TestStore()
        let id = try interviewed(test)
        let save = Command.reception(id, .saveProfile([.usTrade: "tablaroca", .usOccupation: "drywall"]))
        #expect(test.refusal(save)?.code == .unknownCode)
        try test.perform(set("occupations", "drywall", entry("tablaroca")))
        try test.perform(save)
        let card = try #require(try test.store.card(id, now: test.now))
        #expect(card.lists.words("drywall", ProfileField.usOccupation.question).es == "tablaroca")
        let letters = card.lists.options(ProfileField.usOccupation.question).map(\.letter)
        #expect(Set(letters).count == letters.count)
        #expect(try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A retired code is not offered nor taken anew; who has it keeps it and it reads as before.
    @Test func aRetiredCodeStaysReadable() throws {
        let test = try TestStore()
        let id = try interviewed(test)
        try test.perform(.reception(id, .saveProfile([.usOccupation: "roofing"])))
        try test.perform(set("occupations", "roofing", entry(retired: true)))
        let lists = try test.store.lists()
        let question = ProfileField.usOccupation.question
        #expect(!lists.options(question).contains { $0.code == "roofing" })
        #expect(lists.words("roofing", question) == FormLists.shipped.words("roofing", question))
        try test.perform(.reception(id, .saveProfile([.usOccupation: "roofing", .usTrade: "techador"])))
        let earlier = Command.reception(id, .saveProfile([.earlierOccupation: "roofing"]))
        #expect(test.refusal(earlier)?.code == .unknownCode)
        try test.perform(set("occupations", "roofing", entry(retired: false)))
        try test.perform(earlier)
    }

    @Test func whatCannotBeAmendedIsRefusedInASentence() throws {
        let test = try TestStore()
        let cases: [(Command, Refusal.Code)] = [
            (set("sex", "H", entry("varón")), .fixedCatalogue),
            (set("yesNo", "maybe", entry("tal vez")), .fixedCatalogue),
            (set("nada", "a", entry("a")), .unknownCode), (set("occupations", "a b", entry("a")), .invalidValue),
            (set("occupations", "unknown", entry("a")), .invalidValue),
            (set("occupations", "otro", entry()), .missingField),
            (set("occupations", "otro", entry(retired: true)), .unknownCode),
            (set("occupations", "otro", entry("otro", letter: "c")), .invalidValue),
            (set("municipios", "99999", entry("Ninguno")), .unknownCode),
        ]
        for (command, code) in cases { #expect(test.refusal(command)?.code == code, "\(command)") }
        let other = try test.perform(.catalogue(.addOfficer(name: "Tomás Toledo Vera", account: nil, isLead: false)))
        let toledo = Identifier<Officer>(try #require(other.result["officer"]?.integer))
        #expect(throws: PerformFailure.self) {
            try test.perform(set("occupations", "drywall", entry("tablaroca")), by: toledo)
        }
    }

    private static let inegi = "../shared/data/ageem_municipios.csv"

    private func all() throws -> [Municipality] {
        let data = try Data(contentsOf: URL(fileURLWithPath: CatalogueTests.inegi))
        return try #require(Municipality.read([UInt8](data)))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: inegi)))
    func municipalitiesComeFromINEGIsFile() throws {
        let all = try all()
        #expect(all.count == 2478)
        let test = try TestStore()
        try test.perform(.catalogue(.setMunicipalities(all)))
        #expect(try test.perform(.catalogue(.setMunicipalities(all))).act == nil)
        // What a newer file no longer has is retired, and stays readable.
        try test.perform(.catalogue(.setMunicipalities(all.filter { $0.key != "20067" })))
        let kept = try test.store.entries(of: CatalogueEntry.municipalities)
        #expect(kept.first { $0.code == "20067" }?.isRetired == true)
        try test.perform(set("municipios", "01001", entry(retired: true)))
        #expect(try test.store.places(like: "oaxaca de ju", for: .destinationMunicipality, in: nil).isEmpty)
        #expect(try test.store.places(like: "aguascalientes", for: .destinationMunicipality, in: nil).isEmpty)
        #expect(Municipality.read([UInt8]("LAST NAME,FIRST NAME\nA,B\n".utf8)) == nil)
        #expect(try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A name becomes its key where it is the only one, or the only one of the state told; else it stays as given.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: inegi)))
    func homonymsAreToldApartByTheirState() throws {
        let test = try TestStore()
        try test.perform(.catalogue(.setMunicipalities(try all())))
        let places = try test.store.places(like: "benito juarez", for: .destinationMunicipality, in: "SR")
        #expect(places.count > 3 && Set(places).count == places.count)
        #expect(places.first == "Benito Juárez, Sonora")
        let id = try interviewed(test)
        func saved(_ text: String, _ state: String) throws -> String? {
            try test.perform(.reception(id, .saveProfile([.destination: state, .destinationMunicipality: text])))
            return try test.reception(id).answer(.destinationMunicipality)
        }
        #expect(try saved("benito juarez", "SR") == "26071")
        #expect(try saved("BENITO JUÁREZ", "PL") == "BENITO JUÁREZ")
        #expect(try saved("Benito Juárez, Zacatecas", "PL") == "32004")
        #expect(try saved("oaxaca de juárez", "PL") == "20067")
        #expect(try saved("20067", "PL") == "20067")
        #expect(try saved("Ejido El Porvenir", "PL") == "Ejido El Porvenir")
        let card = try #require(try test.store.card(id, now: test.now))
        #expect(card.lists.words("20067", ProfileField.destinationMunicipality.question).es == "20067")
        _ = try saved("20067", "OC")
        let named = try #require(try test.store.card(id, now: test.now))
        #expect(
            named.lists.words("20067", ProfileField.destinationMunicipality.question).es == "Oaxaca de Juárez, Oaxaca")
    }

    /// With no catalogue loaded the field takes text, and offers what people of this store have said, each once.
    @Test func withoutACatalogueWhatWasSaidIsOffered() throws {
        let test = try TestStore()
        let id = try interviewed(test)
        let said = ["Santa Catarina Juquila", "Juquila", "Ñuu Savi", "santa catarina juquila"]
        for place in said { try test.perform(.reception(id, .saveProfile([.destinationMunicipality: place]))) }
        try test.perform(.reception(id, .saveProfile([.birthMunicipality: "Juchitán"])))
        let found = try test.store.places(like: "ju", for: .destinationMunicipality, in: nil)
        #expect(found == ["Juquila", "Santa Catarina Juquila"])
        #expect(try test.store.places(like: "juch", for: .birthMunicipality, in: "OC") == ["Juchitán"])
        #expect(try test.store.places(like: "x", for: .birthMunicipality, in: nil).isEmpty)
    }
}
