#pragma once

#include "ui/look/plainlabel.h"

namespace lanyard {

/// A few words on a rounded surface in the accent colour: a mode that is on, and not to be overlooked.
class Badge : public PlainLabel
{
    Q_OBJECT

public:
    explicit Badge(const QString &text, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace lanyard
