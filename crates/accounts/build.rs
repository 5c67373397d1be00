//! Builds again when a migration is added; cargo does not see the folder otherwise.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
