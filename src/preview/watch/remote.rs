//! File systems that tell nobody when a file changes, or not when another machine changed it.

use std::path::Path;

/// Types of file systems behind which there is another machine, or another system's files.
const SILENT: [&str; 10] = ["9p", "afs", "cifs", "drvfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs", "vboxsf"];

/// Why the system's events cannot be relied on below this real path; `None` where they can, as far as is known.
pub(super) fn why_silent(root: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    let kind = file_system(&mounts, root)?;
    let silent = SILENT.contains(&kind) || kind.starts_with("fuse.");
    silent.then(|| format!("{} is on a file system of the type {kind}, which reports no changes", root.display()))
}

/// The type of the file system that a path is on, from `/proc/self/mountinfo`.
fn file_system<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let of_mount = |line: &'a str| {
        let (before, after) = line.split_once(" - ")?;
        let point = before.split(' ').nth(4)?.replace("\\040", " ");
        path.starts_with(&point).then(|| (point.len(), after.split(' ').next().unwrap_or_default()))
    };
    // The last of several mounts on one point is the one that is seen.
    mounts.lines().filter_map(of_mount).max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/c rw,noatime - 9p C:\\134 rw
31 22 0:41 / /home/ida/shared\\040drive rw - fuse.sshfs ida@host:/ rw
";

    #[test]
    fn the_nearest_mount_counts() {
        assert_eq!(file_system(MOUNTS, Path::new("/home/ida/site")), Some("ext4"));
        assert_eq!(file_system(MOUNTS, Path::new("/mnt/c/site")), Some("9p"));
        assert_eq!(file_system(MOUNTS, Path::new("/mnt/cold")), Some("ext4"));
        assert_eq!(file_system(MOUNTS, Path::new("/home/ida/shared drive/site")), Some("fuse.sshfs"));
        assert_eq!(file_system("", Path::new("/")), None);
    }
}
