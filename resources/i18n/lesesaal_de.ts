<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Lesesaal</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) not yet searchable</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n min</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Tags</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;View</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A backup cannot replace the archive itself. Choose another file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A closing bracket had no partner and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A line must be like {{"command": "tag list", "args": {{}}}}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A name needs 1 to {limit} characters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A note can have {limit} characters at most; divide it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A note needs some words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A pair of brackets was empty and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A quotation mark was not closed; everything behind it was read as one phrase.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A reading room for press archives. Give it a folder of articles: it reads them, makes them searchable, and keeps your tags and notes. Everything stays on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A tag cannot be merged into itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A tag's colour is a number from 0 to {last}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AND</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About Lesesaal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All commands …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An operation has no label.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program is writing this archive's search index. Please wait.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Articles by date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Articles that were found in several files would be here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back up to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back up …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backed up to {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backup (*.db)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Build the index anew</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking the archive …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chinese</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear the search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour of tag “{tag}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colour {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Command</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Commands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copied with its source.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy cited quote</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Delete %n article(s) in the trash for good? This cannot be undone.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete tag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete the tag “{tag}” from every article? Undo brings it back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details of “{title}” changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop all filters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Duplicates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dutch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit tags …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty the trash …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>English</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every article has a date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Export %n</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Export …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter this section</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter {filter}, press to remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find in this article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forget recent searches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forward</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>French</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Full screen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>German</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>HTML pages need a folder to be written to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>High contrast</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Highlight the selection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a folder …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import files or a whole folder of press texts, or drop them here. The originals stay as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import files …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import of {count} article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import of {count} articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Index up to date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Indexing …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Italian</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Japanese</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language: {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Languages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave these out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lesesaal cannot start the processes that read files; close other programs and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lesesaal {version}
A reading room for press archives. Everything stays on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Line {number} of {path} is not an article that Lesesaal exported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merge into …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merge tag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merge “{tag}” into:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move to the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>NOT</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the saved search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New archive …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New archive: name its folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New articles appear here after an import.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New name (a slash nests it, as in Trade/Fairs):</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New name:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Newest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next hit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next page, then next article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next pane</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No article contains all of this. Try fewer words, another spelling, or an ending such as word*.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No article fits all of this at once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No articles yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No duplicates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file of import {number} failed; there is nothing to try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No recent searches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Normal text size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note changed on “{title}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note on “{title}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note removed from “{title}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing starred</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was named to import. Give files or folders.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>OR</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Oldest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open archive …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the demo archive</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened before</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polish</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preferences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preferences …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Press S on an article to find it here again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous hit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read or unread</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent searches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recent searches (Ctrl+Down)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relevance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove the filter {clause}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename saved search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename tag</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore from the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save this search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save this search as</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save this search …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved searches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search everywhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search for something first; then it can be saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search titles, texts and notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search “{name}” deleted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search “{name}” renamed “{new}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search “{name}” saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Searching …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select some words first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set articles in a serif font</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all {n}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show fewer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show only these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong in Lesesaal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sort order</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source: {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sources</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spanish</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Star</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Star on {count} article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Star on {count} articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Star removed from {count} article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Star removed from {count} articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starred</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag one to nine, on or off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag the selected articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag “{tag}” deleted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag “{tag}” merged into “{into}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag “{tag}” on {count} article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag “{tag}” on {count} articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag “{tag}” removed from {count} article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag “{tag}” removed from {count} articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag “{tag}” renamed “{new}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tag: {value}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tags</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tags changed on {count} article</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tags changed on {count} articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive is well.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} cannot be written. Check the rights of its folder, or open it read-only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} could not be opened. Check that its folder exists and that its disk has room.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} could not be read or written. Check that its disk is connected and has room.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} is damaged. Restore a copy from its folder “backups”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} is in use by another program. Close that first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} is open in another Lesesaal (process {holder}). Close it there first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} is open to read only; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} was made by a newer Lesesaal. Install the newest version to open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The archive {path} was moved or deleted while it was open; nothing was changed. Put it back and open it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The argument “file” is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The argument “{name}” is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The argument “{name}” must be {allowed}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The copy {path} is damaged ({first}). Use another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full, so the search index could not be brought up to date. Please free some space; nothing is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full; nothing was changed. Free some room and do it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full; nothing was exported. Free some room and export again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full; the articles imported so far are kept. Free some room and import again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The import is still running. Cancel it first, then take it back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The index could not be filled (code {code}). Nothing is lost; “reindex” builds it anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The index is being built; words are found once it is ready.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The note's span must lie within the text, which has {length} characters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The query has more than {limit} words and conditions. Please use fewer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The query has {length} characters; the limit is {limit}. Please shorten it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The query nests more than {limit} brackets. Please simplify it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The range {value} runs backwards and was turned around.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index cannot be read ({reason}); it has to be built again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index cannot be written. Please check the permissions of the archive's folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index changes faster than it can be opened; please try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index has lost its table of contents; it has to be built again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The trash is empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The trash is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a saved search “{name}” already. Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a tag “{name}” already. Merge the two instead.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no archive in {path}. “init” makes one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no article {number}. “search” lists the articles and their numbers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no article {number}; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no command “{name}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no format “{name}”. There are: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no import {number}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no note {number}. “note list” shows all notes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no other tag to merge into.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no saved search {number}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no tag “{name}”. “tag list” shows all tags.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This article is no longer in the archive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is a fault of the program. What you had saved is safe. If you report it, please send this text: it names no articles and was sent nowhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This line is not JSON: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This query takes too long. Please make it more specific.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo: {label}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unread</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Views and filters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Welcome</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What would you like to do?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where shall the archive be kept? Name its folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where to, and in which format? “export OUT --format F”; “export --list” names the formats.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which articles? Give their numbers or --query.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Windows that are open speak it after the next start.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without the words “{words}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without “{filter}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Years</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a day needs its month</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a month or day of zero</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a range needs a beginning or an end</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>an insert returned no row id</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>another version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>beyond the calendar</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>expands more than any text does and was left alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>expands to more than its table of contents says and was left alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no column that holds the text; name one “text” or “title” in its first row</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no message with a text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no object with a text or title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>included</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a picture, not text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a web page without any text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is damaged: it has no readable table of contents; make the ZIP archive again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is locked with a password; unpack it first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is named .zip but is no ZIP archive; it may be damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is nested too deeply to be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not text: it holds binary data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not text: it is a program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is sound or film, not text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not {filter}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>read as: {query}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>segments are written whole</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>spelling goes over the vocabulary, not over a cursor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>starred</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>tags: {tags}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>there is no application to translate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>undated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unknown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unread</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} article marked read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} article marked unread</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} article moved to the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} article restored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} article(s) are not searchable yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} articles marked read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} articles marked unread</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} articles moved to the trash</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} articles restored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} closing bracket(s) were missing and were added at the end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{found} of {all} articles</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{ms} ms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}
Click to show only these, Alt+click to leave them out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{n} selected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be reached ({reason}). Check the path.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} cannot be written. Choose another place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} has lost its archive.db. Restore a copy from its folder “backups”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} holds other files. Choose a new or empty folder, so that nothing is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is a file. Choose a new or empty folder for the archive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is a file. Name a folder to export to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is a folder. Name a file to export to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not a place to export to. Choose another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not an archive of Lesesaal.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not an archive, or is damaged. Restore a copy from its folder “backups”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not empty. Choose a new or empty folder for the archive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} was made by a newer Lesesaal. Install the newest version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what} holds no letter or digit and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{command}” has no argument “{name}”. It takes: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{label}” cannot be taken back or done again, because what it changed has been changed since.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{mark}” had no partner and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}:” had no value and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}” is no field that can be searched; “{text}” was taken literally.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}” is not a detail that can be changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}” writes a folder; give its path instead of “-”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{pattern}” fits more than {limit} words; only the first were searched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{suffix}” is not supported here and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{text}” was taken literally, without its wildcards.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{value}” is not a date. Write {year}, {year}-09 or {year}-09-15.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{word}” had nothing before it and was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{word}” had nothing behind it and was left out.</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
