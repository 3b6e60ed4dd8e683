#pragma once

#include <QWidget>

namespace lanyard {

/// Above the first sign-in there is: what this is, and how to begin.
class Welcome : public QWidget
{
    Q_OBJECT

public:
    explicit Welcome(QWidget *parent = nullptr);
};

} // namespace lanyard
