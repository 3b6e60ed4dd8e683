#pragma once

#include <QString>

class QWidget;

namespace lanyard {

/// What assistive technology is told about a field that Qt does not pass on: that what stands in it is invalid, which
/// label names it, and which texts describe it.
///
/// QAccessible::State::invalid means "defunct", and up to at least 6.8 nothing stands for an invalid entry; a label is
/// found by Qt only among the siblings of its field; described-by has no relation before 6.6. So these answers are
/// given over D-Bus, on top of Qt's own (see fieldaccess.cpp). On platforms without AT-SPI nothing happens.

/// What there is to say about @p field and what stands in it; empty when there is nothing. Also of the line within an
/// editable combo box.
void describeField(QWidget *field, const QString &description, bool isInvalid);
/// @p label is what names @p field; @p description, which may be null, counts while it is visible.
void relateField(QWidget *field, QWidget *label, QWidget *description);

/// To be called once, before any window is made.
void installFieldAccess();

} // namespace lanyard
