import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

@Suite struct FileTests {
    @Test func filesAreTheirOwnersAlone() throws {
        let test = try TestStore()
        for name in StoreFiles.names(in: test.folder) {
            let mode =
                try FileManager.default.attributesOfItem(atPath: "\(test.folder)/\(name)")[
                    .posixPermissions] as? Int
            #expect(mode == 0o600, "\(name)")
        }
    }

    @Test func filesThatAreNoStoresAreRefused() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        func failure(_ path: String) -> String {
            do throws(StoreError) { _ = try Store(path: path) } catch {
                return "\(error)".components(separatedBy: "(")[0]
            }
            return "none"
        }
        #expect(failure("\(folder)/nada.db") == "missing")
        for (name, bytes) in [("vacio.db", Data()), ("texto.db", Data(repeating: 65, count: 9000))]
        {
            try bytes.write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
            #expect(failure("\(folder)/\(name)") == "damaged")
        }
        let test = try TestStore()
        try Connection(path: test.path, mode: .write).execute("PRAGMA user_version = 999")
        #expect(failure(test.path) == "newer")
        chmod(test.path, 0o666)
        #expect(failure(test.path) == "openToOthers")
        // A folder that anybody may write lets another file stand in this one's place; a sticky one
        // does not.
        chmod(test.path, 0o600)
        chmod(test.folder, 0o777)
        #expect(failure(test.path) == "openToOthers")
        chmod(test.folder, 0o1777)
        #expect(failure(test.path) == "newer")
        chmod(test.folder, 0o700)
    }

    @Test func aDamagedPageIsFoundAndSaid() throws {
        let test = try TestStore()
        for number in 0..<40 { _ = try test.waiting(.nogales, TestStore.person(number)) }
        let copy = "\(test.folder)/copia.db"
        try test.store.backup(to: copy)
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: copy))
        let size = try handle.seekToEnd()
        for page in stride(from: 12 * 4096, to: size, by: 4096) {
            try handle.seek(toOffset: page)
            try handle.write(contentsOf: Data(repeating: 0xA5, count: 512))
        }
        try handle.close()
        let isRefused: Bool
        do {
            let verdict = try Store(path: copy).verify(quick: false)
            if case .damaged = verdict { isRefused = true } else { isRefused = false }
        } catch { isRefused = true }
        #expect(isRefused)
    }

    @Test func aBackupRestoresWithANewOriginAndNothingLost() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let copy = "\(test.folder)/respaldo.db"
        try test.store.backup(to: copy)
        #expect(throws: StoreError.self) { try test.store.backup(to: copy) }
        let target = "\(test.folder)/otro.db"
        try Store.restore(copy, to: target, force: false)
        let restored = try Store(path: target)
        #expect(
            try restored.verify(quick: false) == .holds(events: try test.store.figures().events))
        #expect(try restored.card(id, now: test.now)?.reception.stage == .waiting)
        let answer = try restored.perform(
            .act(OpenShift(at: .nogales)), by: test.lead, at: test.now)
        #expect((answer.act?.value ?? 0) >> 29 != id.value >> 29)
        #expect(throws: StoreError.self) { try Store.restore(copy, to: target, force: true) }
    }

    @Test func identifiersAreNeverUsedTwice() throws {
        let test = try TestStore()
        var seen: Set<Int> = []
        for number in 0..<30 {
            let id = try test.waiting(.nogales, TestStore.person(number))
            let act = try #require(try test.perform(.act(SetPlace(id, .roomA, with: nil))).act)
            #expect(seen.insert(id.value).inserted)
            #expect(seen.insert(act.value).inserted)
            #expect(try test.perform(.act(SetPlace(id, .roomA, with: nil))).act == nil)
        }
    }

    @Test func searchFindsNamesInAnyOrderWithoutAccents() throws {
        let test = try TestStore()
        var person = TestStore.person(1)
        (person.given, person.firstSurname, person.secondSurname) = (
            "María José", "Ñandú", "de la O"
        )
        let id = try test.waiting(.nogales, person)
        for text in ["nandu maria", "mari", "jose ÑAN", "de la o nan"] {
            #expect(try test.store.search(text, at: .nogales).map(\.id) == [id], "\(text)")
        }
        #expect(try test.store.search("1", at: .nogales).map(\.id) == [id])
        #expect(try test.store.search("zzz", at: .nogales).isEmpty)
        for hostile in [
            "\"", "*", "name:", "a OR b", "'; DROP TABLE journal", "NEAR(a b)", "-", "",
        ] {
            _ = try test.store.search(hostile, at: nil)
        }
    }

    @Test(arguments: [
        "null", "[1,2,{\"a\":\"ñ\"}]", "{\"b\":1,\"a\":{\"c\":[]}}", "\"\\u001b\"", "1.5", "true",
    ])
    func jsonRoundTrips(_ text: String) throws {
        let json = try #require(try JSONReader().read(text))
        #expect(try JSONReader().read(json.serialized) == json)
    }

    @Test(arguments: ["", "{", "{'a':1}", "nul", "{\"a\":}", "[1,]", "\u{0}"])
    func whatIsNotJSONIsNil(_ text: String) throws { #expect(try JSONReader().read(text) == nil) }
}
