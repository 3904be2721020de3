// swift-tools-version: 6.2
import Foundation
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

#if arch(arm64)
    let archives = "/usr/lib/aarch64-linux-gnu"
#else
    let archives = "/usr/lib/x86_64-linux-gnu"
#endif

/// A library of the system. What is released has it in itself where the system has it so: it starts
/// in less time and memory, and has to be built anew when the library is mended.
func library(_ name: String) -> [LinkerSetting] {
    guard FileManager.default.fileExists(atPath: "\(archives)/lib\(name).a") else {
        return [.linkedLibrary(name)]
    }
    let inside = ["-Xlinker", "\(archives)/lib\(name).a"]
    return [
        .linkedLibrary(name, .when(configuration: .debug)),
        .unsafeFlags(inside, .when(configuration: .release)),
    ]
}

let package = Package(
    name: "garita",
    targets: [
        .target(name: "CSQLite", linkerSettings: library("sqlite3")),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
        .target(name: "Repatriation", swiftSettings: strict),
        .target(name: "CCrypt", linkerSettings: library("crypt")),
        .target(
            name: "Store", dependencies: ["Repatriation", "SQLite", "CSQLite", "CCrypt"],
            swiftSettings: strict),
        .target(
            name: "CTerminal",
            linkerSettings: library("ncursesw") + library("tinfo")),
        .target(name: "Terminal", dependencies: ["CTerminal"], swiftSettings: strict),
        .target(
            name: "Screens", dependencies: ["Repatriation", "Terminal"], swiftSettings: strict),
        .target(name: "Drill", dependencies: ["Repatriation"], swiftSettings: strict),
        .target(name: "CAssets"),
        .executableTarget(
            name: "garita",
            dependencies: [
                "Screens", "Drill", "Store", "SQLite", "Terminal", "Repatriation", "CAssets",
            ],
            swiftSettings: strict,
            linkerSettings: [
                // Names of functions are no use at a desk.
                .unsafeFlags(["-Xlinker", "-s"], .when(configuration: .release))
            ]),
        .target(
            name: "Support", dependencies: ["Store", "Repatriation", "Terminal"],
            path: "Tests/Support",
            swiftSettings: strict),
        .testTarget(
            name: "RepatriationTests", dependencies: ["Repatriation", "Store", "Drill", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "SQLite", "Drill", "Support"],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
        .testTarget(
            name: "ScreensTests", dependencies: ["garita", "Screens", "Store", "Drill", "Support"],
            exclude: ["Fixtures", "Golden"], swiftSettings: strict),
        .testTarget(
            name: "GaritaTests",
            dependencies: ["garita", "Screens", "Support", "Store", "SQLite", "Terminal"],
            exclude: ["Golden"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
