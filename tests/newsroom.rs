//! Items of NITF and ninjs.
