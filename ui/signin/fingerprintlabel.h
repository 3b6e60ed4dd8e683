#pragma once

#include "ui/look/plainlabel.h"

namespace lanyard {

/// The fingerprint of a certificate in a shape in which two are easy to compare, with a frame around the group in which
/// it first differs from another one.
class FingerprintLabel : public PlainLabel
{
    Q_OBJECT

public:
    explicit FingerprintLabel(QWidget *parent = nullptr);

    /// @p title: its name for screen readers. @p differs: the group to mark, from 0; -1: none.
    void setFingerprint(const QString &title, const QByteArray &sha256, int differs = -1);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_differs = -1;
};

} // namespace lanyard
