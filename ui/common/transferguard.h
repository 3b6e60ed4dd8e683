#pragma once

#include <QObject>

namespace lanyard {

/// Keeps a paste or a drop from losing text in a single-line field: if there is no text on the clipboard (a picture, or
/// a colour), Qt would delete the selection; and what is dropped is copied, never moved, because the field may refuse
/// or change it after the drop has been accepted. (For several lines, see TextArea.)
///
/// Of a text that is too long for the field, only so much is pasted that the field can refuse it.
///
/// Installed once for the whole program, so that no page or dialog can be forgotten.
class TransferGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace lanyard
